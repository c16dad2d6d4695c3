-- Which cases a version of a payer's rules judged: asked for when the next version is looked at.
create index ix_assessment_policy on assessment (clinic_id, policy_pack_id);
