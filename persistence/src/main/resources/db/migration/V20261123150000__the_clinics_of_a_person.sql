-- A person who works in several clinics is told their names, before one of them is entered.
create policy own_memberships on clinic for select to openpriorauth_app using (
  exists (select from membership m where m.clinic_id = clinic.id and m.active
          and m.user_id = nullif(current_setting('app.user', true), '')::uuid));
