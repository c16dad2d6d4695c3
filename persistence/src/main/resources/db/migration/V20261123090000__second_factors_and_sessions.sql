-- A second factor (RFC 6238): the shared secret, sealed by the application, and the time step of the last code that was
-- taken, because a code counts once.
create table second_factor (
  user_id       uuid primary key references app_user,
  secret        bytea not null,
  last_step     bigint not null default 0,
  created_at    timestamptz not null,
  confirmed_at  timestamptz
);

-- For a lost telephone: each opens once. Hashes only.
create table recovery_code (
  user_id   uuid not null references app_user,
  hash      bytea not null,
  spent_at  timestamptz,
  primary key (user_id, hash)
);

-- So that a person recognises their own sessions, and an audit tells which program called.
alter table user_session add column address text, add column agent text;
alter table audit_event add column agent text;
alter table app_user add column password_changed_at timestamptz;

grant select, insert, update, delete on second_factor, recovery_code to openpriorauth_app;
