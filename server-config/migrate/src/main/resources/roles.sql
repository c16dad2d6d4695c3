-- For the database administrator, once, in an empty database of PostgreSQL 15 or later, as a superuser:
--   psql -d openpriorauth -f roles.sql
-- then give each role a password (\password openpriorauth_owner, and so on). Running it again changes nothing.
--
-- openpriorauth_owner   owns the schema; used by the migration tool only
-- openpriorauth_app     the application: owns nothing, cannot bypass row-level security
-- openpriorauth_batch   the job repository of the application server: a schema of its own
do $$
begin
  if not exists (select from pg_roles where rolname = 'openpriorauth_owner') then
    create role openpriorauth_owner login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'openpriorauth_app') then
    create role openpriorauth_app login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'openpriorauth_batch') then
    create role openpriorauth_batch login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
end $$;

create schema if not exists openpriorauth authorization openpriorauth_owner;
create schema if not exists openpriorauth_batch authorization openpriorauth_batch;
grant usage on schema openpriorauth to openpriorauth_app;
revoke all on schema public from openpriorauth_app, openpriorauth_batch;

alter role openpriorauth_owner set search_path = openpriorauth;
alter role openpriorauth_app set search_path = openpriorauth;
alter role openpriorauth_batch set search_path = openpriorauth_batch;
-- A query that runs for half a minute, or a transaction that waits for a client that long, is a defect.
alter role openpriorauth_app set statement_timeout = '30s';
alter role openpriorauth_app set idle_in_transaction_session_timeout = '60s';
alter role openpriorauth_app set lock_timeout = '10s';

-- What is refused is logged without the row's values: they may be a patient's. A hosted database may keep this to itself.
do $$
declare role text;
begin
  foreach role in array array['openpriorauth_owner', 'openpriorauth_app', 'openpriorauth_batch'] loop
    execute format('alter role %I set log_error_verbosity = terse', role);
  end loop;
exception when insufficient_privilege then
  raise warning 'Set log_error_verbosity = terse in the server''s own configuration.';
end $$;
