-- What the hospital's sign-on provider said is over there: one of its sessions, or all that a person had there until
-- then. A token of the provider's outlives that, and must open nothing here any more, whether or not anything was open
-- at that moment. SHA-256 over issuer and sid, or issuer and sub, base64url; null where the provider did not say.
create table provider_sign_out (
  provider_session  text check (length(provider_session) = 43),
  provider_person   text check (length(provider_person) = 43),
  said_at           timestamptz not null,
  check (provider_session is not null or provider_person is not null),
  unique nulls not distinct (provider_session, provider_person)
);
create index ix_provider_sign_out_person on provider_sign_out (provider_person);
create index ix_provider_sign_out_said on provider_sign_out (said_at);
grant select, insert, update, delete on provider_sign_out to openpriorauth_app;

-- When the provider vouched for the person (iat): what it ended later ends with it, in whichever clinic it went on.
-- Null for a session by password, and in rows of the release before.
alter table user_session add column vouched_at timestamptz;
