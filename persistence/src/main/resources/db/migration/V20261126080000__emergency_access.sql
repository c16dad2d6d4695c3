-- What an emergency opens to who may not read it otherwise (45 CFR 164.312(a)(2)(ii)): reading patient data, never
-- changing it.
alter table permission add column emergency boolean not null default false;
update permission set emergency = true where phi and name like '%:read';
insert into permission (name, phi, opens, machine) values
  ('emergency:open', false, 'opening patient data for a while, with a reason, in an emergency', false),
  ('emergency:review', true, 'the reasons that people gave for it', false);
-- Not for who judges it.
insert into role_permission (role, permission) values
  ('admin', 'emergency:open'), ('clinician', 'emergency:open'), ('staff', 'emergency:open'), ('billing', 'emergency:open'),
  ('front_desk', 'emergency:open'), ('read_only', 'emergency:open'),
  ('admin', 'emergency:review'), ('security_officer', 'emergency:review');

-- One session's, for a while. Rows stay: sessions are removed when they are old, so nothing refers to one.
create table emergency_access (
  id          uuid primary key,
  clinic_id   uuid not null references clinic,
  user_id     uuid not null references app_user,
  session_id  uuid not null,
  -- Free words, which may name a patient; sealed.
  reason      bytea not null,
  opened_at   timestamptz not null,
  ends_at     timestamptz not null check (ends_at > opened_at),
  -- Before its time, by its person.
  ended_at    timestamptz check (ended_at >= opened_at)
);
create index ix_emergency_access_clinic on emergency_access (clinic_id, id);
create index ix_emergency_access_session on emergency_access (session_id, ends_at) where ended_at is null;
alter table emergency_access enable row level security;
alter table emergency_access force row level security;
create policy own_clinic on emergency_access using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
grant select, insert, update (ended_at, reason) on emergency_access to openpriorauth_app;
