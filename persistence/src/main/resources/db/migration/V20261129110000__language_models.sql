-- Whether a clinic lets a language model help, and which. A clinic without a row has none.
create table language_model (
  id              uuid primary key,
  clinic_id       uuid not null unique references clinic,
  adapter         text not null check (adapter in ('none', 'anthropic', 'openai')),
  base_url        text check (length(base_url) <= 500),
  model           text check (length(model) <= 200),
  api_key         bytea,
  monthly_tokens  bigint not null check (monthly_tokens >= 0),
  input_price     numeric(12, 4) not null check (input_price >= 0),
  output_price    numeric(12, 4) not null check (output_price >= 0),
  version         bigint not null,
  created_at      timestamptz not null,
  created_by      uuid not null,
  updated_at      timestamptz not null,
  updated_by      uuid not null,
  check (adapter = 'none' or base_url is not null and model is not null)
);

-- What was asked of it: a line for each day, purpose, model and version of the words.
create table language_use (
  clinic_id      uuid not null references clinic,
  day            date not null,
  purpose        text not null,
  model          text not null,
  prompt         text not null,
  calls          bigint not null,
  answered       bigint not null,
  input_tokens   bigint not null,
  output_tokens  bigint not null,
  dropped        bigint not null,
  cost           numeric(16, 6) not null,
  primary key (clinic_id, day, purpose, model, prompt)
);

-- A clinic's own words for a prompt. Versions are added and never changed: an answer names the one that made it.
create table language_prompt (
  clinic_id   uuid not null references clinic,
  purpose     text not null,
  version     int not null check (version > 0),
  words       text,
  created_at  timestamptz not null,
  created_by  uuid not null,
  primary key (clinic_id, purpose, version)
);

-- What a model was asked about a request's criteria in words, and which passages it picked.
create table passage_search (
  prior_authorization_id  uuid primary key references prior_authorization,
  clinic_id               uuid not null references clinic,
  content                 bytea not null,
  updated_at              timestamptz not null
);

alter table language_model enable row level security;
alter table language_model force row level security;
create policy own_clinic on language_model using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
alter table language_use enable row level security;
alter table language_use force row level security;
create policy own_clinic on language_use using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
alter table language_prompt enable row level security;
alter table language_prompt force row level security;
create policy own_clinic on language_prompt using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());
alter table passage_search enable row level security;
alter table passage_search force row level security;
create policy own_clinic on passage_search using (clinic_id = current_clinic()) with check (clinic_id = current_clinic());

grant select, insert, update on language_model, language_use, passage_search to openpriorauth_app;
grant select, insert on language_prompt to openpriorauth_app;

insert into permission (name, phi, opens) values
  ('language-model:read', false, 'whether a language model helps, which, and what it costs');
insert into role_permission (role, permission) values
  ('admin', 'language-model:read'), ('security_officer', 'language-model:read');
