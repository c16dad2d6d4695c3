-- What the audit trail shows that somebody should look at. While an alert is open, more of the same adds to it; once it
-- is closed, only what comes later makes another.
create table security_alert (
  id          uuid primary key,
  clinic_id   uuid not null references clinic,
  rule        text not null check (rule in ('mass_reads', 'refusals', 'odd_hours', 'emergency', 'session_stolen')),
  -- What makes it one incident: a person or key, an address, an emergency access, a session.
  who         text not null,
  actor       uuid,
  address     text,
  subject_id  uuid,
  first_at    timestamptz not null,
  last_at     timestamptz not null check (last_at >= first_at),
  times       bigint not null check (times > 0),
  verdict     text check (verdict in ('in_order', 'misuse', 'unclear')),
  -- Free words, which may name a patient; sealed.
  note        bytea,
  closed_at   timestamptz,
  closed_by   uuid,
  version     bigint not null default 0,
  created_at  timestamptz not null,
  created_by  uuid not null,
  updated_at  timestamptz not null,
  updated_by  uuid not null,
  check ((closed_at is null) = (verdict is null)),
  check ((closed_at is null) = (closed_by is null)),
  check ((closed_at is null) = (note is null))
);
create unique index ux_security_alert_open on security_alert (clinic_id, rule, who) where closed_at is null;
create index ix_security_alert_clinic on security_alert (clinic_id, id);
create index ix_security_alert_time on security_alert (clinic_id, created_at desc, id desc);
create index ix_security_alert_closed on security_alert (clinic_id, rule, closed_at) where closed_at is not null;
alter table security_alert enable row level security;
alter table security_alert force row level security;
create policy own_clinic on security_alert using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
grant select, insert, update on security_alert to openpriorauth_app;

insert into permission (name, phi, opens, machine) values
  ('alert:read', false, 'what the audit trail shows that somebody should look at', true),
  ('alert:change', false, 'closing an alert with a verdict', false);
insert into role_permission (role, permission) values
  ('admin', 'alert:read'), ('security_officer', 'alert:read'), ('platform_admin', 'alert:read'),
  ('admin', 'alert:change'), ('security_officer', 'alert:change'), ('platform_admin', 'alert:change');
