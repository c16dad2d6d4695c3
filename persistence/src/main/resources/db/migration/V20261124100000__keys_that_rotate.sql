-- The keys that seal values, each wrapped by a master key that is kept elsewhere (a file, Vault, KMS): what lies here
-- opens nothing by itself. No clinic's data, and so no row-level security. Nothing deletes a key: backups need it.
create table key_ring (
  id            text not null check (id ~ '^[!-~]{1,100}$'),
  kind          text not null check (kind in ('data', 'index')),
  wrapped       bytea not null,
  -- Provider and master key, e.g. vault:transit/openpriorauth.
  wrapped_by    text not null,
  created_at    timestamptz not null,
  -- From then on it seals; null for a key that only opens. Ahead of time, so that every node knows the key by then.
  current_from  timestamptz,
  retired_at    timestamptz,
  primary key (kind, id)
);
create unique index ux_key_ring_index on key_ring (kind) where kind = 'index';
grant select, insert, update (wrapped, wrapped_by, retired_at) on key_ring to openpriorauth_app;

-- Whether anybody would miss keys: a ring is begun from nothing only in a database in which nothing is sealed. Patients
-- are behind the wall even for the owner, so their audit lines stand for them.
create function anything_sealed() returns boolean language sql stable security definer
  set search_path = openpriorauth, pg_temp
  begin atomic
    select exists (select from second_factor)
        or exists (select from payer_channel where credentials is not null)
        or exists (select from audit_event where action = 'patient.create');
  end;
revoke all on function anything_sealed() from public;
grant execute on function anything_sealed() to openpriorauth_app;

-- Rows that are otherwise never changed get a new seal around the same content: this column, and no other.
grant update (content) on document_page, verification, determination to openpriorauth_app;
grant update (content_key) on packet to openpriorauth_app;

-- The walk goes clinic by clinic: without these each clinic would cost the whole table.
create index ix_document_page_clinic on document_page (clinic_id, document_id, number);
create index ix_document_extraction_clinic on document_extraction (clinic_id, document_id);
create index ix_assessment_clinic on assessment (clinic_id, prior_authorization_id);
create index ix_submission_attempt_clinic on submission_attempt (clinic_id, submission_id, number);
create index ix_payer_message_clinic on payer_message (clinic_id, id);
create index ix_outgoing_mail_clinic on outgoing_mail (clinic_id, id);
