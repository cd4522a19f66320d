-- Communities, organisations and who belongs to them.
create schema communities;

create table communities.community (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  kind text not null check (kind in ('village', 'quarter', 'association', 'municipality', 'network', 'practice')),
  name text not null check (length(name) between 2 and 120),
  -- The language and script its people mostly write.
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  place text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  joining text not null default 'approval' check (joining in ('open', 'approval', 'invitation')),
  founded_at timestamptz not null,
  founded_by uuid not null references people.person (id)
);

-- One counter row per community: the number by which people call a need, a decision, a thread, on paper and by SMS too.
create table communities.number_counter (
  community_id uuid primary key references communities.community (id),
  last_number integer not null check (last_number >= 0)
);

create table communities.organisation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  name text not null check (length(name) between 2 and 160),
  tier text not null check (tier in ('community', 'local', 'national', 'international')),
  kind text not null check (kind in ('grassroots', 'association', 'municipality', 'donor', 'school', 'media')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  registered_at timestamptz not null
);

create table communities.organisation_member (
  organisation_id uuid not null references communities.organisation (id),
  person_id uuid not null references people.person (id),
  role text not null check (role in ('member', 'lead')),
  joined_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, person_id, joined_at)
);

create table communities.community_organisation (
  community_id uuid not null references communities.community (id),
  organisation_id uuid not null references communities.organisation (id),
  joined_at timestamptz not null,
  added_by uuid not null references people.person (id),
  primary key (community_id, organisation_id)
);

-- One row per stay; leaving is a record of its own.
create table communities.membership (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  person_id uuid not null references people.person (id),
  how text not null check (how in ('founded', 'open', 'approved', 'invited', 'card')),
  joined_at timestamptz not null,
  left_at timestamptz check (left_at >= joined_at),
  primary key (community_id, id)
);
create unique index membership_once on communities.membership (community_id, person_id) where left_at is null;
create index membership_of_person on communities.membership (person_id);

-- Roles beyond member. A change of roles needs two, once there are two stewards (harm.md 9).
create table communities.role_grant (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  person_id uuid not null references people.person (id),
  role text not null check (role in ('facilitator', 'steward', 'teller', 'official', 'observer')),
  granted_at timestamptz not null,
  granted_by uuid not null references people.person (id),
  seconded_by uuid references people.person (id),
  ended_at timestamptz,
  ended_by uuid references people.person (id),
  primary key (community_id, id),
  check (seconded_by is null or seconded_by <> granted_by),
  check ((ended_at is null) = (ended_by is null))
);
create unique index role_grant_once on communities.role_grant (community_id, person_id, role) where ended_at is null;
create index role_grant_of_person on communities.role_grant (person_id);
