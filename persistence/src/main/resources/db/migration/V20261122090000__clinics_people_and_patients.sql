-- The house's ground floor: tenants, people, patients, requests, work, audit.
-- Every table with a clinic's data has row-level security on app.clinic, which the application sets
-- inside each transaction; the application's role owns nothing and cannot bypass it (roles.sql).

create function current_clinic() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.clinic', true), '')::uuid;

create table clinic (
  id          uuid primary key,
  name        text not null,
  npi         text not null,
  tax_id      text not null,
  phone       text,
  fax         text,
  address     jsonb not null default '{}',
  time_zone   text not null default 'America/New_York',
  pa_prefix   text not null unique check (pa_prefix ~ '^[A-Z]{2,4}$'),
  settings    jsonb not null default '{}',
  version     bigint not null default 0,
  created_at  timestamptz not null,
  created_by  uuid not null,
  updated_at  timestamptz not null,
  updated_by  uuid not null
);

-- People sign in once and work in several clinics; so a user belongs to no clinic, a membership does.
create table app_user (
  id               uuid primary key,
  username         text not null,
  email            text not null,
  full_name        text not null,
  password_hash    text not null,
  failed_sign_ins  integer not null default 0,
  resting_until    timestamptz,
  active           boolean not null default true,
  version          bigint not null default 0,
  created_at       timestamptz not null,
  updated_at       timestamptz not null
);
create unique index ux_app_user_username on app_user (lower(username));
create unique index ux_app_user_email on app_user (lower(email));

create table role_permission (
  role        text not null,
  permission  text not null,
  primary key (role, permission)
);

create table membership (
  id          uuid primary key,
  clinic_id   uuid not null references clinic,
  user_id     uuid not null references app_user,
  role        text not null,
  active      boolean not null default true,
  created_at  timestamptz not null,
  unique (clinic_id, user_id)
);
create index ix_membership_user on membership (user_id);

-- One row per sign-in, for browsers and tokens alike; revoking the row ends it. Its secrets are kept as hashes;
-- a spent one that comes back shows that a refresh token was stolen.
create table user_session (
  id             uuid primary key,
  user_id        uuid not null references app_user,
  clinic_id      uuid not null references clinic,
  kind           text not null check (kind in ('token', 'screen')),
  created_at     timestamptz not null,
  last_seen_at   timestamptz not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz,
  revoked_why    text
);
create table session_secret (
  hash        bytea primary key,
  session_id  uuid not null references user_session on delete cascade,
  issued_at   timestamptz not null,
  spent_at    timestamptz
);
create index ix_session_secret_session on session_secret (session_id);
create index ix_user_session_user on user_session (user_id);
create index ix_user_session_expiry on user_session (expires_at);

-- Identifying values are sealed by the application (key id in the blob); what must be found has a keyed index.
create table patient (
  id            uuid primary key,
  clinic_id     uuid not null references clinic,
  external_id   text,
  identity      bytea not null,
  mrn_index     bytea not null,
  birth_index   bytea not null,
  version       bigint not null default 0,
  created_at    timestamptz not null,
  created_by    uuid not null,
  updated_at    timestamptz not null,
  updated_by    uuid not null,
  deleted_at    timestamptz
);
create unique index ux_patient_mrn on patient (clinic_id, mrn_index) where deleted_at is null;
create unique index ux_patient_external on patient (clinic_id, external_id) where external_id is not null and deleted_at is null;
create index ix_patient_birth on patient (clinic_id, birth_index);

-- Keyed hashes of the beginnings of a patient's names: search by what is typed, without a name in the table.
create table patient_name_token (
  clinic_id   uuid not null references clinic,
  token       bytea not null,
  patient_id  uuid not null references patient,
  primary key (clinic_id, token, patient_id)
);
create index ix_patient_name_token_patient on patient_name_token (patient_id);

create table payer (
  id                  uuid primary key,
  clinic_id           uuid not null references clinic,
  name                text not null,
  payer_code          text not null,
  impacted_by_cms0057 boolean not null default false,
  standard_hours      integer not null check (standard_hours > 0),
  expedited_hours     integer not null check (expedited_hours > 0),
  active              boolean not null default true,
  version             bigint not null default 0,
  created_at          timestamptz not null,
  created_by          uuid not null,
  updated_at          timestamptz not null,
  updated_by          uuid not null,
  unique (clinic_id, payer_code)
);

create table coverage (
  id              uuid primary key,
  clinic_id       uuid not null references clinic,
  patient_id      uuid not null references patient,
  payer_id        uuid not null references payer,
  rank            text not null check (rank in ('primary', 'secondary', 'tertiary')),
  identity        bytea not null,
  member_index    bytea not null,
  relationship    text not null,
  plan            text,
  valid_from      date,
  valid_to        date,
  version         bigint not null default 0,
  created_at      timestamptz not null,
  created_by      uuid not null,
  updated_at      timestamptz not null,
  updated_by      uuid not null,
  deleted_at      timestamptz,
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create index ix_coverage_patient on coverage (clinic_id, patient_id);
create index ix_coverage_member on coverage (clinic_id, member_index);

create table prior_authorization_sequence (
  clinic_id  uuid not null references clinic,
  year       integer not null,
  last       integer not null,
  primary key (clinic_id, year)
);

create table prior_authorization (
  id             uuid primary key,
  clinic_id      uuid not null references clinic,
  pa_number      text not null,
  external_id    text,
  patient_id     uuid not null references patient,
  coverage_id    uuid not null references coverage,
  payer_id       uuid not null references payer,
  state          text not null,
  priority       text not null check (priority in ('routine', 'urgent', 'emergent')),
  ordered_on     date,
  state_since    timestamptz not null,
  version        bigint not null default 0,
  created_at     timestamptz not null,
  created_by     uuid not null,
  updated_at     timestamptz not null,
  updated_by     uuid not null,
  deleted_at     timestamptz,
  unique (clinic_id, pa_number)
);
create unique index ux_prior_authorization_external on prior_authorization (clinic_id, external_id)
  where external_id is not null;
create index ix_prior_authorization_list on prior_authorization (clinic_id, created_at desc, id desc)
  where deleted_at is null;
create index ix_prior_authorization_state on prior_authorization (clinic_id, state, created_at desc, id desc)
  where deleted_at is null;
create index ix_prior_authorization_patient on prior_authorization (clinic_id, patient_id);

create table prior_authorization_item (
  id                      uuid primary key,
  clinic_id               uuid not null references clinic,
  prior_authorization_id  uuid not null references prior_authorization,
  sequence                integer not null check (sequence > 0),
  code_system             text not null check (code_system in ('cpt', 'hcpcs', 'ndc', 'rxnorm')),
  code                    text not null,
  description             text,
  units                   numeric(12, 3) not null check (units > 0),
  diagnosis_codes         text[] not null default '{}',
  unique (prior_authorization_id, sequence)
);

-- One row per key that a client promised never to reuse; the answer is rebuilt from what the key made.
create table idempotency_key (
  clinic_id    uuid not null references clinic,
  action       text not null,
  idem_key     text not null,
  fingerprint  bytea not null,
  subject_id   uuid,
  created_at   timestamptz not null,
  primary key (clinic_id, action, idem_key)
);
create index ix_idempotency_key_age on idempotency_key (created_at);

-- Work that outlasts a request. No patient data, so the sweeper may look across clinics.
create table work_item (
  id            uuid primary key,
  clinic_id     uuid not null references clinic,
  kind          text not null,
  subject_id    uuid not null,
  state         text not null check (state in ('waiting', 'claimed', 'done', 'given_up')),
  attempts      integer not null default 0,
  due_at        timestamptz not null,
  lease_until   timestamptz,
  lease_token   uuid,
  woken_at      timestamptz,
  last_problem  text,
  created_at    timestamptz not null,
  finished_at   timestamptz
);
create index ix_work_item_due on work_item (due_at) where state = 'waiting';
create index ix_work_item_lease on work_item (lease_until) where state = 'claimed';
create index ix_work_item_subject on work_item (clinic_id, subject_id);

-- Every read of patient data and every change, append-only, one partition a month.
create table audit_event (
  id            uuid not null,
  at            timestamptz not null,
  clinic_id     uuid,
  actor         uuid,
  action        text not null,
  subject       text not null,
  subject_id    uuid,
  outcome       text not null check (outcome in ('done', 'refused')),
  door          text not null,
  request_id    text not null,
  address       text,
  detail        jsonb not null default '{}',
  primary key (at, id)
) partition by range (at);
create table audit_event_other partition of audit_event default;
create index ix_audit_event_subject on audit_event (clinic_id, subject_id, at desc);
create index ix_audit_event_time on audit_event (clinic_id, at desc, id desc);

-- Adds the month's partition; the nightly job calls it ahead of time as the application's role.
create function open_audit_month(month date) returns void language plpgsql security definer
  set search_path = openpriorauth, pg_temp as $$
declare
  first date := date_trunc('month', month);
  part  text := 'audit_event_' || to_char(first, 'YYYYMM');
  -- In UTC whoever calls, or the months of two callers would overlap.
  lower timestamptz := first::timestamp at time zone 'UTC';
  upper timestamptz := (first + interval '1 month')::timestamp at time zone 'UTC';
begin
  perform pg_advisory_xact_lock(hashtext('open_audit_month'));
  -- A month that began in the default partition stays there: its rows cannot be moved, and need not be.
  if to_regclass(part) is null
     and not exists (select from audit_event_other where at >= lower and at < upper) then
    execute format('create table %I partition of audit_event for values from (%L) to (%L)', part, lower, upper);
  end if;
end $$;
revoke all on function open_audit_month(date) from public;
select open_audit_month((current_date + (n || ' months')::interval)::date) from generate_series(0, 2) n;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append-only';
end $$;
create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function refuse_change();

-- Row-level security: one policy a table, the same sentence everywhere.
do $$
declare t text;
begin
  foreach t in array array['patient', 'patient_name_token', 'payer', 'coverage', 'prior_authorization_sequence',
                           'prior_authorization', 'prior_authorization_item', 'idempotency_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = current_clinic()) '
                   'with check (clinic_id = current_clinic())', t);
  end loop;
end $$;

alter table clinic enable row level security;
create policy own_clinic on clinic for select to openpriorauth_app using (id = current_clinic());
create policy owner_all on clinic to openpriorauth_owner using (true) with check (true);

-- Jobs walk from clinic to clinic and then work inside one at a time: ids, and nothing else.
create function clinic_ids(after uuid, most integer) returns setof uuid language sql stable security definer
  set search_path = openpriorauth, pg_temp
  begin atomic
    select id from clinic where id > after order by id limit most;
  end;
revoke all on function clinic_ids(uuid, integer) from public;
grant execute on function clinic_ids(uuid, integer) to openpriorauth_app;

-- A person signing in has no clinic yet: the second half shows them their own memberships only.
alter table membership enable row level security;
create policy own_clinic_or_self on membership for select to openpriorauth_app
  using (clinic_id = current_clinic() or user_id = nullif(current_setting('app.user', true), '')::uuid);
create policy owner_all on membership to openpriorauth_owner using (true) with check (true);

-- A refused sign-in has no clinic: it may be written, but only the clinic's own rows are ever read.
alter table audit_event enable row level security;
create policy write_own on audit_event for insert to openpriorauth_app
  with check (clinic_id is null or clinic_id = current_clinic());
create policy read_own on audit_event for select to openpriorauth_app using (clinic_id = current_clinic());

grant select on clinic, membership, role_permission, payer to openpriorauth_app;
grant select, insert, update on app_user, user_session, session_secret, patient, coverage, prior_authorization_sequence,
  prior_authorization, prior_authorization_item, work_item to openpriorauth_app;
grant select, insert, update, delete on patient_name_token, idempotency_key to openpriorauth_app;
grant delete on user_session, work_item to openpriorauth_app;
grant insert, update on payer to openpriorauth_app;
grant select, insert on audit_event to openpriorauth_app;
grant execute on function open_audit_month(date) to openpriorauth_app;

insert into role_permission (role, permission) values
  ('admin', 'patient:read'), ('admin', 'patient:change'), ('admin', 'pa:read'), ('admin', 'pa:change'),
  ('admin', 'pa:submit'), ('admin', 'payer:read'), ('admin', 'payer:change'), ('admin', 'clinic:read'),
  ('admin', 'clinic:change'), ('admin', 'audit:read'),
  ('clinician', 'patient:read'), ('clinician', 'patient:change'), ('clinician', 'pa:read'), ('clinician', 'pa:change'),
  ('clinician', 'pa:sign'), ('clinician', 'pa:submit'), ('clinician', 'payer:read'), ('clinician', 'clinic:read'),
  ('staff', 'patient:read'), ('staff', 'patient:change'), ('staff', 'pa:read'), ('staff', 'pa:change'),
  ('staff', 'pa:submit'), ('staff', 'payer:read'), ('staff', 'clinic:read'),
  ('billing', 'patient:read'), ('billing', 'payer:read'), ('billing', 'clinic:read'),
  ('front_desk', 'patient:read'), ('front_desk', 'patient:change'), ('front_desk', 'pa:create'),
  ('front_desk', 'payer:read'), ('front_desk', 'clinic:read'),
  ('read_only', 'patient:read'), ('read_only', 'pa:read'), ('read_only', 'payer:read'), ('read_only', 'clinic:read'),
  ('security_officer', 'audit:read'), ('security_officer', 'clinic:read'),
  ('operator', 'operations:read'), ('operator', 'operations:change'), ('operator', 'clinic:read');
