-- An invitation into a clinic by e-mail; whoever has the link's secret accepts it, once. Only its hash is kept.
create table invitation (
  id           uuid primary key,
  clinic_id    uuid not null references clinic,
  email        text not null,
  role         text not null,
  message      text,
  token_hash   bytea not null unique,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  accepted_by  uuid references app_user,
  revoked_at   timestamptz,
  version      bigint not null default 0,
  created_at   timestamptz not null,
  created_by   uuid not null,
  updated_at   timestamptz not null,
  updated_by   uuid not null
);
create index ix_invitation_open on invitation (clinic_id, created_at desc) where accepted_at is null and revoked_at is null;

-- Who opens the link belongs to no clinic yet: its secret tells which one.
create function invitation_clinic(hash bytea) returns uuid language sql stable security definer
  set search_path = openpriorauth, pg_temp
  begin atomic
    select clinic_id from invitation where token_hash = hash;
  end;
revoke all on function invitation_clinic(bytea) from public;

-- The way back in for who forgot the password: a link that opens once and not for long.
create table password_reset (
  hash        bytea primary key,
  user_id     uuid not null references app_user,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  spent_at    timestamptz
);
create index ix_password_reset_user on password_reset (user_id, created_at desc);

-- Mail on its way. It carries links that open something: sealed, and wiped once it is sent.
create table outgoing_mail (
  id          uuid primary key,
  clinic_id   uuid not null references clinic,
  kind        text not null,
  content     bytea,
  created_at  timestamptz not null,
  ended_at    timestamptz
);

do $$
declare t text;
begin
  foreach t in array array['invitation', 'outgoing_mail'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = current_clinic()) '
                   'with check (clinic_id = current_clinic())', t);
  end loop;
end $$;

-- The owner's function reads across clinics, and so needs a policy of its own under forced row-level security.
create policy owner_all on invitation to openpriorauth_owner using (true) with check (true);

create policy own_clinic_join on membership for insert to openpriorauth_app with check (clinic_id = current_clinic());
create policy own_clinic_change on membership for update to openpriorauth_app
  using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
create index ix_user_session_live on user_session (user_id, clinic_id) where revoked_at is null;

grant select, insert, update on invitation, password_reset, outgoing_mail to openpriorauth_app;
grant delete on password_reset to openpriorauth_app;
grant insert, update on membership to openpriorauth_app;
grant execute on function invitation_clinic(bytea) to openpriorauth_app;

insert into role_permission (role, permission) values
  ('admin', 'user:read'), ('admin', 'user:change'), ('security_officer', 'user:read');
