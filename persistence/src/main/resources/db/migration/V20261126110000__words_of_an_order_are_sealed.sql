-- What other systems call a patient or a request, the name of a plan, and what is written beside a
-- code: all may tell who it is about. They move into sealed values, which this role cannot write;
-- before the first release nothing in the old columns is anybody's but a trial's, and it goes.
drop index ux_patient_external;
alter table patient
  drop column external_id,
  add column external_index bytea;
create unique index ux_patient_external on patient (clinic_id, external_index)
  where external_index is not null and deleted_at is null;

drop index ux_prior_authorization_external;
alter table prior_authorization
  drop column external_id,
  add column words          bytea,
  add column external_index bytea;
create unique index ux_prior_authorization_external on prior_authorization (clinic_id, external_index)
  where external_index is not null;

alter table prior_authorization_item drop column description;
alter table coverage drop column plan;
