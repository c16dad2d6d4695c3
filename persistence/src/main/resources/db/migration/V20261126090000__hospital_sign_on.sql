-- People whom their hospital's OpenID provider signs on. Issuer and subject stay a person's for good; names and
-- addresses do not.
create table hospital_identity (
  issuer        text not null check (length(issuer) <= 500),
  subject       text not null check (length(subject) <= 255),
  user_id       uuid not null references app_user,
  created_at    timestamptz not null,
  last_used_at  timestamptz not null,
  primary key (issuer, subject)
);
create unique index ux_hospital_identity_user on hospital_identity (user_id, issuer);
grant select, insert, update on hospital_identity to openpriorauth_app;

-- Whether the provider's groups gave the membership, or took it away again; null where neither had to do with it.
alter table membership add column provider text check (provider in ('gave', 'took'));

-- A session ends after a while however much it is used; one that the provider opened when the provider wants to be
-- asked again.
alter table user_session
  add column by_provider boolean not null default false,
  add column factor_shown boolean not null default false,
  add column ends_at timestamptz;
update user_session set ends_at = created_at + case kind when 'token' then interval '30 days' else interval '12 hours' end
  where expires_at > now();

-- A site's configuration names practices by the letters of their requests' numbers. Nobody has a clinic yet who
-- comes in this way, so this shows the id and nothing else.
create function clinic_of_letters(letters text) returns uuid language sql stable security definer
  set search_path = openpriorauth, pg_temp
  begin atomic
    select id from clinic where case when letters = 'installation' then kind = 'platform' else pa_prefix = letters end;
  end;
revoke all on function clinic_of_letters(text) from public;
grant execute on function clinic_of_letters(text) to openpriorauth_app;
