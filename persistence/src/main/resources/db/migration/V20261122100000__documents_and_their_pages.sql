-- What a clinic uploads for a request, and what was read on each page. Contents lie in the document store,
-- sealed with a key of their own; names and texts are sealed here.
create table clinical_document (
  id                      uuid primary key,
  clinic_id               uuid not null references clinic,
  prior_authorization_id  uuid not null references prior_authorization,
  file_name               bytea not null,
  media_type              text not null,
  byte_size               bigint not null check (byte_size > 0),
  content_index           bytea not null,
  content_key             bytea not null,
  state                   text not null check (state in ('queued', 'read', 'quarantined', 'failed')),
  problem                 text,
  flags                   text[] not null default '{}',
  pages                   integer,
  version                 bigint not null default 0,
  created_at              timestamptz not null,
  created_by              uuid not null,
  updated_at              timestamptz not null,
  updated_by              uuid not null,
  unique (prior_authorization_id, content_index)
);
create index ix_clinical_document_request on clinical_document (clinic_id, prior_authorization_id, created_at);

create table document_page (
  clinic_id    uuid not null references clinic,
  document_id  uuid not null references clinical_document,
  number       integer not null check (number > 0),
  source       text not null check (source in ('text', 'ocr', 'mixed', 'image')),
  rotation     integer not null,
  flags        text[] not null default '{}',
  content      bytea not null,
  primary key (document_id, number)
);

do $$
declare t text;
begin
  foreach t in array array['clinical_document', 'document_page'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = current_clinic()) '
                   'with check (clinic_id = current_clinic())', t);
  end loop;
end $$;
grant select, insert, update on clinical_document to openpriorauth_app;
grant select, insert, delete on document_page to openpriorauth_app;
