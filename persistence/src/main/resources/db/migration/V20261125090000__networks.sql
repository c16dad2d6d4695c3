-- Whether a provider is in a payer's network, as the practice knows it; what it does not know has no row.
create table provider_network (
  clinic_id    uuid not null references clinic,
  provider_id  uuid not null references provider,
  payer_id     uuid not null references payer,
  status       text not null check (status in ('in_network', 'out_of_network')),
  valid_from   date,
  valid_to     date,
  updated_at   timestamptz not null,
  updated_by   uuid not null,
  primary key (clinic_id, provider_id, payer_id),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create index ix_provider_network_payer on provider_network (payer_id);
alter table provider_network enable row level security;
alter table provider_network force row level security;
create policy own_clinic on provider_network using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
grant select, insert, update, delete on provider_network to openpriorauth_app;
