-- People: accounts and how they come in. No password, no email needed.
create schema people;

create table people.person (
  id uuid primary key,
  -- Empty only after erasure: then pages say "a former member".
  name text not null check (name = btrim(name) and length(name) <= 80),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  -- How a contribution is signed unless it says otherwise (harm.md 7).
  signs_as text not null default 'name' check (signs_as in ('name', 'member', 'inside')),
  came_at timestamptz not null,
  -- The person who made the account for someone without phone or email.
  made_by uuid references people.person (id)
);

-- Erasure is a record: the person row stays, its name is emptied by the action.
create table people.erasure (
  person_id uuid primary key references people.person (id),
  erased_at timestamptz not null
);

-- An email belongs to one person once it is confirmed; a phone may be shared by a household.
create table people.address (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  channel text not null check (channel in ('email', 'phone')),
  value text not null check (
    case channel
      when 'email' then value = lower(value) and value ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(value) <= 254
      else value ~ '^\+[1-9][0-9]{6,14}$'
    end
  ),
  -- Who says that it is theirs: a code they received, the demo's seed, or a facilitator who wrote it down (not confirmed yet).
  known_by text not null check (known_by in ('code', 'seed', 'facilitator')),
  added_at timestamptz not null,
  confirmed_at timestamptz,
  unique (person_id, channel, value),
  check (known_by = 'facilitator' or confirmed_at is not null)
);
create unique index address_email_once on people.address (value) where channel = 'email' and confirmed_at is not null;
create index address_value on people.address (channel, value);

-- A six-digit code on its way. It opens only for the browser that knocked: the hash is keyed with that browser's knock.
create table people.code (
  id uuid primary key,
  knock_hash text not null check (knock_hash ~ '^[0-9a-f]{64}$'),
  purpose text not null check (purpose in ('sign-in', 'address')),
  channel text not null check (channel in ('email', 'phone')),
  target text not null,
  -- Only when a person confirms an address of their own.
  person_id uuid references people.person (id),
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  -- Shown on the page: only in a demo, only for its seeded people (harm.md 12).
  demo_code text check (demo_code ~ '^[0-9]{6}$'),
  sent_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > sent_at and expires_at <= sent_at + interval '10 minutes'),
  tries integer not null default 0 check (tries between 0 and 5),
  proven_at timestamptz check (proven_at between sent_at and expires_at),
  used_at timestamptz check (used_at >= proven_at),
  check ((purpose = 'address') = (person_id is not null)),
  check (used_at is null or proven_at is not null)
);
create index code_of_knock on people.code (knock_hash, sent_at);
create index code_of_target on people.code (channel, target, sent_at);

create table people.session (
  person_id uuid not null references people.person (id),
  id uuid not null,
  secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
  how text not null check (how in ('code', 'card', 'passkey')),
  -- Names of browser and system, never the whole user agent.
  device text not null check (length(device) <= 80),
  started_at timestamptz not null,
  seen_at timestamptz not null check (seen_at >= started_at),
  expires_at timestamptz not null check (expires_at > started_at),
  ended_at timestamptz check (ended_at >= started_at),
  acting_for_id uuid,
  primary key (person_id, id)
);

create table people.passkey (
  person_id uuid not null references people.person (id),
  credential_id text not null check (length(credential_id) between 8 and 1400),
  public_key text not null,
  counter bigint not null check (counter >= 0),
  transports text not null,
  -- The device it was made on, in words.
  label text not null check (length(label) <= 80),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, credential_id)
);

-- What a passkey has to sign: once, soon, by the browser that asked.
create table people.challenge (
  id uuid primary key,
  knock_hash text not null check (knock_hash ~ '^[0-9a-f]{64}$'),
  purpose text not null check (purpose in ('sign-in', 'register')),
  challenge text not null,
  made_at timestamptz not null,
  used_at timestamptz check (used_at >= made_at)
);
create index challenge_of_knock on people.challenge (knock_hash, made_at);

-- A paper card: it opens until it is revoked; a person has one at a time.
create table people.card (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  code_hash text not null unique check (code_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by uuid references people.person (id),
  used_at timestamptz check (used_at >= made_at),
  revoked_at timestamptz check (revoked_at >= made_at),
  revoked_by uuid references people.person (id)
);
create unique index card_single_active on people.card (person_id) where revoked_at is null;
