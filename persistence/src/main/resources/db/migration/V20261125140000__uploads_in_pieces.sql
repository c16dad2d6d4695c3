-- Documents on their way in, by pieces. A piece and the offset that it moves are written in one transaction, so what
-- was acknowledged is there, whatever breaks next. Nothing lies here for long: the pieces go when the document is
-- made, the rest when its time is over.
create table document_upload (
  id                      uuid primary key,
  clinic_id               uuid not null references clinic,
  prior_authorization_id  uuid not null references prior_authorization,
  -- What the sender says of the file, its name among it; sealed.
  metadata                bytea,
  byte_length             bigint not null check (byte_length > 0),
  byte_offset             bigint not null default 0 check (byte_offset between 0 and byte_length),
  pieces                  integer not null default 0,
  expires_at              timestamptz not null,
  document_id             uuid references clinical_document,
  version                 bigint not null default 0,
  created_at              timestamptz not null,
  created_by              uuid not null,
  updated_at              timestamptz not null,
  updated_by              uuid not null,
  -- All bytes are acknowledged when the document is there, and not before.
  check ((document_id is not null) = (byte_offset = byte_length))
);
create index ix_document_upload_clinic on document_upload (clinic_id, id);
create index ix_document_upload_expiry on document_upload (clinic_id, expires_at);

-- Each piece is sealed with a key of its own, as documents are; a change of key seals that key anew.
create table document_upload_piece (
  id           uuid primary key,
  clinic_id    uuid not null references clinic,
  upload_id    uuid not null references document_upload on delete cascade,
  byte_offset  bigint not null,
  byte_size    integer not null check (byte_size > 0),
  content_key  bytea not null,
  content      bytea not null,
  unique (upload_id, byte_offset)
);
create index ix_document_upload_piece_clinic on document_upload_piece (clinic_id, id);
-- What is sealed does not get smaller.
alter table document_upload_piece alter column content set storage external;

do $$
declare t text;
begin
  foreach t in array array['document_upload', 'document_upload_piece'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = current_clinic()) '
                   'with check (clinic_id = current_clinic())', t);
  end loop;
end $$;
grant select, insert, update, delete on document_upload to openpriorauth_app;
grant select, insert, delete, update (content_key) on document_upload_piece to openpriorauth_app;
