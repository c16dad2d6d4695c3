-- Keys for other systems: what they may do is said one by one, they end, and only their hashes are here.
create table api_key (
  id            uuid primary key,
  clinic_id     uuid not null references clinic,
  name          text not null,
  hash          bytea not null unique,
  beginning     text not null,
  scope         text not null,
  expires_at    timestamptz not null,
  revoked_at    timestamptz,
  last_used_at  timestamptz,
  version       bigint not null default 0,
  created_at    timestamptz not null,
  created_by    uuid not null,
  updated_at    timestamptz not null,
  updated_by    uuid not null
);
create unique index ux_api_key_name on api_key (clinic_id, lower(name)) where revoked_at is null;
alter table api_key enable row level security;
alter table api_key force row level security;
create policy own_clinic on api_key using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
create policy owner_all on api_key to openpriorauth_owner using (true) with check (true);
grant select, insert, update on api_key to openpriorauth_app;

-- Whoever shows a key belongs to no clinic yet: the key tells which one.
create function api_key_clinic(shown bytea) returns uuid language sql stable security definer
  set search_path = openpriorauth, pg_temp
  begin atomic
    select clinic_id from api_key where hash = shown;
  end;
revoke all on function api_key_clinic(bytea) from public;
grant execute on function api_key_clinic(bytea) to openpriorauth_app;

-- What only a person does: signing, overriding, saying who may come in and where requests go.
alter table permission add column machine boolean not null default true;
update permission set machine = false
  where name in ('pa:sign', 'pa:override', 'user:change', 'clinic:change', 'payer:change', 'platform:read', 'platform:change');
insert into permission (name, phi, opens, machine) values
  ('key:read', false, 'the keys of other systems, without the keys themselves', false),
  ('key:change', false, 'making and ending them', false);
insert into role_permission (role, permission) values
  ('admin', 'key:read'), ('admin', 'key:change'), ('security_officer', 'key:read');
