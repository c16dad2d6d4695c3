-- A letter of a request as people wrote it. Its text lies in versions; here stands which one counts and whether it may go.
create table letter (
  id                      uuid primary key,
  clinic_id               uuid not null references clinic,
  prior_authorization_id  uuid not null references prior_authorization,
  kind                    text not null check (kind in ('necessity', 'appeal')),
  version                 integer not null check (version > 0),
  -- As last checked against the request's facts: false waits for a person, and nothing is sent with it.
  holds                   boolean not null,
  created_at              timestamptz not null,
  created_by              uuid not null,
  updated_at              timestamptz not null,
  updated_by              uuid not null,
  unique (clinic_id, prior_authorization_id, kind)
);

-- Each save is one more; none is ever written over.
create table letter_version (
  id         uuid primary key,
  clinic_id  uuid not null references clinic,
  letter_id  uuid not null references letter,
  number     integer not null check (number > 0),
  -- Sealed; an empty text where the letter went back to the template, which is made from the facts of each day.
  content    bytea not null,
  saved_at   timestamptz not null,
  saved_by   uuid not null,
  unique (letter_id, number)
);

create index ix_letter_version_clinic on letter_version (clinic_id, id);

-- Which version of the statement a packet carries; 0 before anybody wrote one.
alter table packet add column letter_version integer not null default 0;

do $$
declare t text;
begin
  foreach t in array array['letter', 'letter_version'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = current_clinic()) '
                   'with check (clinic_id = current_clinic())', t);
  end loop;
end $$;
grant select, insert on letter, letter_version to openpriorauth_app;
grant update (version, holds, updated_at, updated_by) on letter to openpriorauth_app;
grant update (content) on letter_version to openpriorauth_app;
