-- Whose turn it is to start a job: of several nodes the first to write the hour. No clinic's data.
create table job_turn (
  job       text not null,
  hour      timestamptz not null,
  taken_at  timestamptz not null,
  primary key (job, hour)
);
grant select, insert, delete on job_turn to openpriorauth_app;
