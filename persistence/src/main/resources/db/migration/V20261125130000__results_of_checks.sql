-- How the checks came out, a run a night: a clinic's own, and those of what all clinics share, which belong to none.
create table check_result (
  clinic_id  uuid references clinic,
  run_at     timestamptz not null,
  name       text not null,
  status     text not null check (status in ('pass', 'warn', 'fail')),
  found      text not null
);
create unique index ux_check_result on check_result (clinic_id, run_at, name) nulls not distinct;

alter table check_result enable row level security;
alter table check_result force row level security;
create policy own_clinic on check_result using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
create policy installation on check_result
  using (clinic_id is null and current_setting('app.installation', true) = 'yes')
  with check (clinic_id is null and current_setting('app.installation', true) = 'yes');
-- Nights are removed when they are old.
grant select, insert, delete on check_result to openpriorauth_app;
