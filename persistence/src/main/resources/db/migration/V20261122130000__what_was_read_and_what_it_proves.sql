-- What the rules found in a document: one sealed row a document, replaced when it is read again.
create table document_extraction (
  document_id    uuid primary key references clinical_document,
  clinic_id      uuid not null references clinic,
  extracted_by   text not null,
  document_type  text,
  content        bytea not null,
  created_at     timestamptz not null
);

-- What a person said of a field, a page or a criterion; the latest line counts, the earlier ones stay.
create table verification (
  id          uuid primary key,
  clinic_id   uuid not null references clinic,
  subject_id  uuid not null,
  part        text not null,
  verdict     text not null check (verdict in ('accepted', 'changed', 'rejected', 'overridden')),
  content     bytea not null,
  made_at     timestamptz not null,
  made_by     uuid not null
);
create index ix_verification_subject on verification (clinic_id, subject_id, made_at);

-- A payer's rules as data. A version never changes; a request keeps the one it was matched under.
create table policy_pack (
  id              uuid primary key,
  clinic_id       uuid not null references clinic,
  payer_id        uuid not null references payer,
  pack_id         text not null,
  version         text not null,
  title           text not null,
  effective_from  date not null,
  effective_to    date,
  content         jsonb not null,
  created_at      timestamptz not null,
  created_by      uuid not null,
  unique (clinic_id, payer_id, pack_id, version),
  check (effective_to is null or effective_to >= effective_from)
);
create index ix_policy_pack_payer on policy_pack (clinic_id, payer_id, effective_from);

-- The latest assessment of a request; quotes make it patient data, so it is sealed.
create table assessment (
  prior_authorization_id  uuid primary key references prior_authorization,
  clinic_id               uuid not null references clinic,
  policy_pack_id          uuid references policy_pack,
  complete                boolean not null,
  open_items              integer not null,
  content                 bytea not null,
  assessed_at             timestamptz not null
);

-- What happened to a request, for people; ids, states and codes only.
create table timeline_event (
  id                      uuid primary key,
  clinic_id               uuid not null references clinic,
  prior_authorization_id  uuid not null references prior_authorization,
  kind                    text not null,
  at                      timestamptz not null,
  actor                   uuid not null,
  detail                  jsonb not null default '{}'
);
create index ix_timeline_event_request on timeline_event (clinic_id, prior_authorization_id, id);

do $$
declare t text;
begin
  foreach t in array array['document_extraction', 'verification', 'policy_pack', 'assessment', 'timeline_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = current_clinic()) '
                   'with check (clinic_id = current_clinic())', t);
  end loop;
end $$;
grant select, insert, update on document_extraction, assessment to openpriorauth_app;
grant select, insert on verification, policy_pack, timeline_event to openpriorauth_app;

insert into role_permission (role, permission) values
  ('admin', 'policy:read'), ('admin', 'policy:change'), ('clinician', 'policy:read'), ('staff', 'policy:read'),
  ('read_only', 'policy:read'), ('clinician', 'pa:override');
