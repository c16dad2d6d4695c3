-- While a request is ours its order may lose a line.
grant delete on prior_authorization_item to openpriorauth_app;

-- A clinician's word counts for what it was said about: with another service it is withdrawn.
alter table verification drop constraint verification_verdict_check;
alter table verification add constraint verification_verdict_check
  check (verdict in ('accepted', 'changed', 'rejected', 'overridden', 'withdrawn'));
