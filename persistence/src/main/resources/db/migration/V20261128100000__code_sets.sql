-- Code sets that agencies publish: the installation's, not a clinic's, and no patient's data. An edition comes whole in
-- one transaction and stays until another with the same first day takes its place.
create table code_edition (
  id              uuid primary key,
  system          text not null check (system in ('icd10cm', 'hcpcs', 'cpt')),
  name            text not null check (length(name) between 1 and 60),
  effective_from  date not null,
  effective_to    date check (effective_to >= effective_from),
  -- A few codes to try things with: what it lacks may be a code all the same.
  sample          boolean not null,
  -- Descriptions that somebody owns, loaded by who has their licence.
  licensed        boolean not null,
  codes           integer not null check (codes > 0),
  sha256          text not null check (length(sha256) = 64),
  loaded_at       timestamptz not null,
  replaced_at     timestamptz
);
create unique index ux_code_edition_first_day on code_edition (system, effective_from) where replaced_at is null;

create table medical_code (
  edition_id         uuid not null references code_edition,
  -- As it is written on a request: ICD-10-CM with its point. In bytes' order, so that the key serves beginnings too.
  code               text collate "C" not null,
  billable           boolean not null,
  short_description  text not null,
  description        text not null,
  -- The code's own days, where the agency says them inside an edition.
  effective_from     date,
  effective_to       date,
  primary key (edition_id, code)
);
create index ix_medical_code_words on medical_code using gin (to_tsvector('english', description));

grant select, insert, update (replaced_at) on code_edition to openpriorauth_app;
grant select, insert, delete on medical_code to openpriorauth_app;

insert into permission (name, phi, opens, machine) values ('code:read', false, 'code sets: looking up codes and their words', true);
insert into role_permission (role, permission) values
  ('admin', 'code:read'), ('clinician', 'code:read'), ('staff', 'code:read'), ('billing', 'code:read'),
  ('front_desk', 'code:read'), ('read_only', 'code:read'), ('operator', 'code:read');
