-- Who orders and who performs. Practitioners and organisations are public figures with public numbers (NPPES).
create table provider (
  id           uuid primary key,
  clinic_id    uuid not null references clinic,
  kind         text not null check (kind in ('person', 'organization')),
  given_name   text,
  name         text not null,
  npi          text not null,
  specialty    text,
  phone        text,
  active       boolean not null default true,
  version      bigint not null default 0,
  created_at   timestamptz not null,
  created_by   uuid not null,
  updated_at   timestamptz not null,
  updated_by   uuid not null,
  unique (clinic_id, npi),
  check (kind = 'organization' or given_name is not null)
);

alter table prior_authorization
  add column ordering_provider_id uuid references provider,
  add column performing_provider_id uuid references provider,
  add column submitted_at timestamptz,
  add column determined_at timestamptz;

-- A payer's electronic door as one clinic uses it; what opens it is sealed.
create table payer_channel (
  id                   uuid primary key,
  clinic_id            uuid not null references clinic,
  payer_id             uuid not null references payer,
  channel              text not null check (channel in ('fhir')),
  base_url             text not null,
  credentials          bytea,
  active               boolean not null default true,
  subscription_ref     text,
  subscription_secret  bytea,
  subscribed_at        timestamptz,
  notified_at          timestamptz,
  version              bigint not null default 0,
  created_at           timestamptz not null,
  created_by           uuid not null,
  updated_at           timestamptz not null,
  updated_by           uuid not null,
  unique (clinic_id, payer_id, channel)
);

-- The exact pages that were sent; never changed.
create table packet (
  id                      uuid primary key,
  clinic_id               uuid not null references clinic,
  prior_authorization_id  uuid not null references prior_authorization,
  kind                    text not null check (kind in ('initial', 'update', 'additional_info', 'appeal')),
  assessed_at             timestamptz not null,
  sha256                  bytea not null,
  byte_size               bigint not null,
  pages                   integer not null,
  content_key             bytea not null,
  created_at              timestamptz not null
);
create index ix_packet_request on packet (clinic_id, prior_authorization_id, created_at desc);

-- A packet's way to the payer. Its numbers and its message never change, so that a repetition is one.
create table submission (
  id                      uuid primary key,
  clinic_id               uuid not null references clinic,
  prior_authorization_id  uuid not null references prior_authorization,
  packet_id               uuid not null references packet,
  payer_channel_id        uuid not null references payer_channel,
  state                   text not null
    check (state in ('queued', 'in_progress', 'unknown', 'confirmed', 'decided', 'failed')),
  bundle_identifier       uuid not null unique,
  claim_identifier        uuid not null unique,
  message_key             bytea,
  -- In the payer's words, which may name a patient: sealed.
  problem                 bytea,
  answered_at             timestamptz,
  inquired_at             timestamptz,
  version                 bigint not null default 0,
  created_at              timestamptz not null,
  created_by              uuid not null,
  updated_at              timestamptz not null,
  updated_by              uuid not null
);
-- One way at a time: nothing is sent twice because two people pressed the button.
create unique index ux_submission_open on submission (prior_authorization_id)
  where state in ('queued', 'in_progress', 'unknown');
create index ix_submission_request on submission (clinic_id, prior_authorization_id, created_at desc);
create index ix_submission_waiting on submission (clinic_id, coalesce(inquired_at, answered_at)) where state = 'confirmed';

create table submission_attempt (
  clinic_id      uuid not null references clinic,
  submission_id  uuid not null references submission,
  number         integer not null,
  action         text not null check (action in ('submit', 'inquire')),
  started_at     timestamptz not null,
  ended_at       timestamptz,
  outcome        text check (outcome in ('accepted', 'pending', 'refused', 'not_sent', 'unknown')),
  http_status    integer,
  detail         bytea,
  primary key (submission_id, number)
);

-- What a payer said without being asked, kept before it is understood.
create table payer_message (
  id                uuid primary key,
  clinic_id         uuid not null references clinic,
  payer_channel_id  uuid not null references payer_channel,
  content           bytea not null,
  received_at       timestamptz not null,
  handled_at        timestamptz,
  outcome           text
);

-- What the payer decided: one row an answer that says something new.
create table determination (
  id                      uuid primary key,
  clinic_id               uuid not null references clinic,
  prior_authorization_id  uuid not null references prior_authorization,
  submission_id           uuid not null references submission,
  outcome                 text not null,
  source                  text not null check (source in ('answer', 'notification', 'inquiry')),
  applied                 boolean not null,
  fingerprint             bytea not null,
  content                 bytea not null,
  received_at             timestamptz not null
);
create index ix_determination_submission on determination (clinic_id, submission_id, received_at desc, id desc);
create index ix_determination_request on determination (clinic_id, prior_authorization_id, received_at desc);

create table determination_item (
  clinic_id         uuid not null references clinic,
  determination_id  uuid not null references determination,
  position          integer not null,
  sequence          integer not null,
  action            text not null,
  outcome           text not null,
  units             numeric(12, 3),
  valid_from        date,
  valid_to          date,
  primary key (determination_id, position)
);

do $$
declare t text;
begin
  foreach t in array array['provider', 'payer_channel', 'packet', 'submission', 'submission_attempt', 'payer_message',
                           'determination', 'determination_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = current_clinic()) '
                   'with check (clinic_id = current_clinic())', t);
  end loop;
end $$;
grant select, insert, update on provider, payer_channel, submission, submission_attempt, payer_message to openpriorauth_app;
grant select, insert on packet, determination, determination_item to openpriorauth_app;

-- A payer's notification names a channel and no clinic; whose it is must be known before its secret can be checked.
create function clinic_of_channel(wanted uuid) returns uuid language sql stable security definer
  set search_path = openpriorauth, pg_temp
  begin atomic
    select clinic_id from payer_channel where id = wanted and active;
  end;
alter table payer_channel no force row level security;
revoke all on function clinic_of_channel(uuid) from public;
grant execute on function clinic_of_channel(uuid) to openpriorauth_app;

insert into role_permission (role, permission) values
  ('admin', 'provider:read'), ('admin', 'provider:change'), ('clinician', 'provider:read'), ('staff', 'provider:read'),
  ('billing', 'provider:read'), ('front_desk', 'provider:read'), ('read_only', 'provider:read');
