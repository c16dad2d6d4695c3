-- Practices register, and the installation itself is a tenant: its administrators open practices and see no patient.
alter table clinic add column kind text not null default 'practice' check (kind in ('practice', 'platform'));
alter table clinic alter column npi drop not null, alter column tax_id drop not null, alter column pa_prefix drop not null;
alter table clinic add check (kind = 'platform' or (npi is not null and tax_id is not null and pa_prefix is not null));
create unique index ux_clinic_platform on clinic (kind) where kind = 'platform';
-- Nothing ever wrote the address as JSON.
alter table clinic drop column address;
alter table clinic add column address_line1 text, add column city text, add column state text, add column zip_code text;

insert into clinic (id, name, kind, time_zone, created_at, created_by, updated_at, updated_by) values
  ('00000000-0000-7000-8000-000000000001', 'This installation', 'platform', 'UTC', now(),
   '00000000-0000-0000-0000-000000000001', now(), '00000000-0000-0000-0000-000000000001');

-- Which roles there are, and in what kind of tenant somebody can have them.
create table role (
  name    text primary key,
  tenant  text not null check (tenant in ('practice', 'platform'))
);
-- An operator's jobs walk through all practices: no practice says who that is.
insert into role (name, tenant) select role, case role when 'operator' then 'platform' else 'practice' end
  from (select role from role_permission union select role from membership union select role from invitation) known;
insert into role (name, tenant) values ('platform_admin', 'platform');
insert into membership (id, clinic_id, user_id, role, active, created_at)
  select gen_random_uuid(), '00000000-0000-7000-8000-000000000001', user_id, 'operator', bool_or(active), min(created_at)
  from membership where role = 'operator' group by user_id;
delete from membership where role = 'operator' and clinic_id <> '00000000-0000-7000-8000-000000000001';
update invitation set revoked_at = now() where role = 'operator' and accepted_at is null and revoked_at is null;
alter table role_permission add foreign key (role) references role;
alter table membership add foreign key (role) references role;
alter table invitation add foreign key (role) references role;
grant select on role to openpriorauth_app;

insert into permission (name, phi, opens) values
  ('platform:read', false, 'the practices of this installation, by name'),
  ('platform:change', false, 'registering them');
insert into role_permission (role, permission) values
  ('platform_admin', 'platform:read'), ('platform_admin', 'platform:change'), ('platform_admin', 'clinic:read'),
  ('platform_admin', 'user:read'), ('platform_admin', 'user:change'), ('platform_admin', 'audit:read');

-- No practice's administrator can make somebody an administrator of the platform, whatever the application does.
create function role_fits_tenant() returns trigger language plpgsql as $$
begin
  if not exists (select from clinic c join role r on r.tenant = c.kind
                 where c.id = new.clinic_id and r.name = new.role) then
    raise exception 'the role % is not one of this tenant', new.role using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger role_fits_tenant before insert or update of role, clinic_id on membership
  for each row execute function role_fits_tenant();
create trigger role_fits_tenant before insert or update of role, clinic_id on invitation
  for each row execute function role_fits_tenant();

-- A practice is written by the application in the practice's own name; its kind and its letters stay what they are.
create policy own_clinic_register on clinic for insert to openpriorauth_app
  with check (id = current_clinic() and kind = 'practice');
create policy own_clinic_change on clinic for update to openpriorauth_app
  using (id = current_clinic()) with check (id = current_clinic());
grant insert (id, name, npi, tax_id, phone, fax, address_line1, city, state, zip_code, time_zone, pa_prefix, version,
              created_at, created_by, updated_at, updated_by) on clinic to openpriorauth_app;
grant update (name, npi, tax_id, phone, fax, address_line1, city, state, zip_code, time_zone, version, updated_at,
              updated_by) on clinic to openpriorauth_app;

-- The first of the wanted letters that no practice has; held until the transaction ends.
create function free_pa_prefix(wanted text[]) returns text language plpgsql security definer
  set search_path = openpriorauth, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('pa_prefix'));
  return (select w from unnest(wanted) with ordinality as u(w, place)
          where w is not null and not exists (select from clinic where pa_prefix = w) order by place limit 1);
end $$;
revoke all on function free_pa_prefix(text[]) from public;
grant execute on function free_pa_prefix(text[]) to openpriorauth_app;

-- For the platform's administrators and nobody else: names and numbers of people, no patient and no person.
create function practices(one uuid, after uuid, most integer)
  returns table (id uuid, name text, npi text, created_at timestamptz, people bigint, administrators bigint, invited bigint)
  language sql stable security definer set search_path = openpriorauth, pg_temp
  begin atomic
    select c.id, c.name, c.npi, c.created_at,
           (select count(*) from membership m where m.clinic_id = c.id and m.active),
           (select count(*) from membership m where m.clinic_id = c.id and m.active and m.role = 'admin'),
           (select count(*) from invitation i where i.clinic_id = c.id and i.role = 'admin' and i.accepted_at is null
              and i.revoked_at is null and i.expires_at > now())
    from clinic c
    where c.kind = 'practice' and c.id > after and (one is null or c.id = one)
      and exists (select from clinic p where p.id = current_clinic() and p.kind = 'platform')
    order by c.id limit most;
  end;
revoke all on function practices(uuid, uuid, integer) from public;
grant execute on function practices(uuid, uuid, integer) to openpriorauth_app;
