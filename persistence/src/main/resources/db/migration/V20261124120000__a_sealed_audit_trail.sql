-- Every event has its place in one order, and seals fix the events up to a place. A place is taken after its
-- transaction has a number: once every transaction is over that had a number when a place was the last, no event
-- below it can still appear.
create sequence audit_position_seq;
create function audit_position() returns bigint language plpgsql volatile security definer
  set search_path = openpriorauth, pg_temp as $$
begin
  perform pg_current_xact_id();
  return nextval('audit_position_seq');
end $$;
revoke all on function audit_position() from public;
grant execute on function audit_position() to openpriorauth_app;
alter table audit_event add column position bigint not null default audit_position();
create index ix_audit_event_position on audit_event (clinic_id, position);
-- Whose names stood on a page of a list.
create index ix_audit_event_listed on audit_event using gin ((detail -> 'ids')) where action = 'patient.list';

-- The lists that showed the patient. The operator that the index serves may not run below the wall between clinics, so
-- this steps over the wall and names the clinic itself.
create function audit_listings(patient uuid) returns table (at timestamptz, actor uuid, action text) language sql stable
  security definer set search_path = openpriorauth, pg_temp
  begin atomic
    select e.at, e.actor, e.action from audit_event e
     where e.clinic_id = current_clinic() and e.action = 'patient.list' and e.detail -> 'ids' @> to_jsonb(patient::text);
  end;
revoke all on function audit_listings(uuid) from public;
grant execute on function audit_listings(uuid) to openpriorauth_app;

-- The last place given, and a transaction number that is younger than the one of its event.
create function audit_boundary(out place bigint, out younger text) language plpgsql volatile security definer
  set search_path = openpriorauth, pg_temp as $$
begin
  select case when is_called then last_value else 0 end into place from audit_position_seq;
  younger := pg_current_xact_id()::text;
end $$;
revoke all on function audit_boundary() from public;
grant execute on function audit_boundary() to openpriorauth_app;

-- One chain a clinic, and one of the installation for what belongs to no clinic.
create table audit_seal (
  clinic_id  uuid references clinic,
  number     bigint not null check (number > 0),
  after      bigint not null,
  up_to      bigint not null check (up_to > after),
  events     bigint not null check (events > 0),
  root       text not null,
  previous   text not null,
  hash       text not null,
  -- Under a key that is not in the database: who rewrites a whole chain in here cannot make it.
  keyed      bytea not null,
  sealed_at  timestamptz not null
);
create unique index ux_audit_seal on audit_seal (clinic_id, number) nulls not distinct;
create function refuse_seal_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_seal is append-only';
end $$;
create trigger audit_seal_append_only before update or delete on audit_seal
  for each row execute function refuse_seal_change();

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy own_clinic on audit_seal using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
create policy installation on audit_seal
  using (clinic_id is null and current_setting('app.installation', true) = 'yes')
  with check (clinic_id is null and current_setting('app.installation', true) = 'yes');
create policy read_installation on audit_event for select to openpriorauth_app
  using (clinic_id is null and current_setting('app.installation', true) = 'yes');
grant select, insert on audit_seal to openpriorauth_app;
