-- Of which session at the hospital's sign-on provider a session of ours came, so that it ends with it: SHA-256 over
-- issuer and sid, base64url. Null where the provider did not say.
alter table user_session add column provider_session text check (length(provider_session) = 43);
create index ix_user_session_provider on user_session (provider_session) where provider_session is not null;
