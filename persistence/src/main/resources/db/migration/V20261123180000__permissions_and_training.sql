-- What each permission opens, and whether patient data lies behind it: that asks for training (45 CFR 164.530(b)).
create table permission (
  name    text primary key,
  phi     boolean not null,
  opens   text not null
);
insert into permission (name, phi, opens) values
  ('patient:read', true, 'patients and their coverage'), ('patient:change', true, 'adding and changing them'),
  ('pa:read', true, 'requests, documents, packets, answers'), ('pa:create', true, 'beginning a request'),
  ('pa:change', true, 'uploading, reviewing, assigning, cancelling'), ('pa:sign', true, 'signing a letter'),
  ('pa:submit', true, 'sending to the payer'), ('pa:override', true, 'declaring a criterion met'),
  ('payer:read', false, 'payers and their channels'), ('payer:change', false, 'setting them up'),
  ('provider:read', false, 'who orders and performs'), ('provider:change', false, 'adding them'),
  ('policy:read', false, 'the payers'' rules'), ('policy:change', false, 'importing them'),
  ('clinic:read', false, 'the clinic''s own data'), ('clinic:change', false, 'changing it'),
  ('user:read', false, 'who works in the clinic'), ('user:change', false, 'inviting, roles, ending a membership'),
  ('audit:read', false, 'the audit trail, which holds ids and no names'),
  ('operations:read', false, 'jobs and queues'), ('operations:change', false, 'starting jobs');
insert into role_permission (role, permission) values
  ('admin', 'pa:create'), ('clinician', 'pa:create'), ('staff', 'pa:create');
alter table role_permission add foreign key (permission) references permission;
grant select on permission to openpriorauth_app;

-- The last day on which the training of this person in this clinic counts; none, no patient data.
alter table membership add column trained_until date;
-- Who worked here before this rule did is not locked out by an update: their clinic has a month to note it.
update membership set trained_until = current_date + 30;
