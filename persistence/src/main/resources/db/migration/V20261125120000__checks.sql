-- The administrator's checks. Who may read them sees those of the clinic's people and audit trail only with the
-- permissions that open people and trail; the installation's are for who keeps it.
insert into permission (name, phi, opens) values
  ('checks:read', false, 'the checks, as far as their facts are the role''s'),
  ('checks:installation', false, 'the checks of what all clinics share'),
  ('checks:act', false, 'clearing caches, raising a log level for a while');
insert into role_permission (role, permission) values
  ('admin', 'checks:read'), ('security_officer', 'checks:read'), ('operator', 'checks:read'),
  ('platform_admin', 'checks:read'), ('platform_admin', 'checks:installation'), ('operator', 'checks:installation'),
  ('operator', 'checks:act');
