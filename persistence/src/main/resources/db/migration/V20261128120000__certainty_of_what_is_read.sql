-- How certain a field must be to be used before a person saw it: as each clinic says.
alter table clinic add column unseen_from numeric(3, 2) not null default 0.95 check (unseen_from between 0.80 and 1);
grant insert (unseen_from), update (unseen_from) on clinic to openpriorauth_app;

-- Fields that people looked at, and whether they left them as they were read: what a clinic's calibrations are made of.
-- No text is kept with it.
create table looked_at_field (
  field_id      uuid primary key,
  clinic_id     uuid not null references clinic,
  document_id   uuid not null,
  name          text not null,
  source        text not null check (source in ('text', 'ocr')),
  score         numeric(4, 3) not null check (score between 0 and 1),
  -- As it was told to the person; null where it was not calibrated.
  confidence    numeric(4, 3) check (confidence between 0 and 1),
  extracted_by  text not null,
  correct       boolean not null,
  looked_at     timestamptz not null
);
create index ix_looked_at_field_latest on looked_at_field (clinic_id, extracted_by, looked_at desc, field_id desc);

-- What the scores of the reading are worth in a clinic; the latest is in force, the earlier ones stay.
create table calibration (
  clinic_id     uuid not null references clinic,
  id            text not null,
  extracted_by  text not null,
  content       text not null,
  created_at    timestamptz not null,
  primary key (clinic_id, id)
);
alter table looked_at_field enable row level security;
alter table looked_at_field force row level security;
create policy own_clinic on looked_at_field using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
alter table calibration enable row level security;
alter table calibration force row level security;
create policy own_clinic on calibration using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
grant select, insert, update on looked_at_field, calibration to openpriorauth_app;
