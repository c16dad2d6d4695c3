-- Of the values that are used before a person saw them, the share that people are asked to check: chosen by chance.
alter table clinic add column check_share numeric(3, 2) not null default 0.05 check (check_share between 0 and 1);
grant insert (check_share), update (check_share) on clinic to openpriorauth_app;

-- How likely a person was asked for it: 1 where always, the clinic's share where chance chose it, null where nobody asked.
-- What was looked at before chance chose anything counts as asked for.
alter table looked_at_field add column chance numeric(3, 2) default 1 check (chance > 0 and chance <= 1);
-- Null before it was noted.
alter table looked_at_field add column verdict text check (verdict in ('accepted', 'changed', 'rejected'));

-- The values that stand in the latest reading of each document: what the figures of the reading are shares of.
-- No text is kept with them.
create table read_value (
  field_id     uuid primary key,
  clinic_id    uuid not null references clinic,
  document_id  uuid not null,
  name         text not null,
  source       text not null check (source in ('text', 'ocr')),
  -- Null where it was not calibrated.
  confidence   numeric(4, 3) check (confidence between 0 and 1),
  -- Certain enough to be used with nobody asked to look, by what the clinic said on that day.
  unseen       boolean not null,
  -- Of those, chosen by chance to be checked.
  drawn        boolean not null,
  read_at      timestamptz not null
);
create index ix_read_value_day on read_value (clinic_id, read_at);
create index ix_read_value_document on read_value (document_id);
alter table read_value enable row level security;
alter table read_value force row level security;
create policy own_clinic on read_value using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
grant select, insert, delete on read_value to openpriorauth_app;
