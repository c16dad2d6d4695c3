-- From where a clinic may be used; a clinic without a row, from everywhere. What is set replaces what was.
create table clinic_network (
  id          uuid primary key,
  clinic_id   uuid not null references clinic,
  network     text not null,
  created_at  timestamptz not null,
  created_by  uuid not null,
  unique (clinic_id, network)
);
alter table clinic_network enable row level security;
alter table clinic_network force row level security;
create policy own_clinic on clinic_network using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
grant select, insert, delete on clinic_network to openpriorauth_app;

insert into permission (name, phi, opens) values ('clinic-network:read', false, 'from where the clinic may be used');
insert into role_permission (role, permission) values ('admin', 'clinic-network:read'), ('security_officer', 'clinic-network:read');
