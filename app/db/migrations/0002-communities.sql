-- Communities, organisations and who belongs to them.
create schema communities;

create table communities.community (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  -- A few letters for short addresses, for ever: no vowels, so that they never spell a word.
  code text not null unique check (code ~ '^[bcdfghjkmnpqrstvwxz]{3,6}$'),
  kind text not null check (kind in ('village', 'quarter', 'association', 'municipality', 'network', 'practice')),
  name text not null check (length(name) between 2 and 120),
  -- The same name for readers who don't read its language.
  english_name text check (length(english_name) between 2 and 120),
  -- The language and script its people mostly write.
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  about text not null default '' check (length(about) <= 4000),
  place text not null check (length(place) between 1 and 160),
  country text not null check (country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  joining text not null default 'approval' check (joining in ('open', 'approval', 'invitation')),
  founded_at timestamptz not null,
  founded_by uuid not null references people.person (id),
  check ((latitude is null) = (longitude is null))
);

-- One counter row per community: the number by which people call a need, a decision, a thread, on paper and by SMS too.
create table communities.number_counter (
  community_id uuid primary key references communities.community (id),
  last_number integer not null check (last_number >= 0)
);

-- The rules a community gave itself, one row per version; the highest version is in force.
create table communities.charter (
  community_id uuid not null references communities.community (id),
  version integer not null check (version > 0),
  rules jsonb not null,
  written_at timestamptz not null,
  written_by uuid not null references people.person (id),
  why text not null default '' check (length(why) <= 500),
  primary key (community_id, version),
  check ((rules ->> 'ageToJoin')::integer between 0 and 18),
  check (jsonb_array_length(rules -> 'voteBy') > 0),
  check ((rules ->> 'quorumPercent')::integer between 0 and 100)
);

-- Who lives here, by the census or another named source: what representation is measured against.
create table communities.benchmark (
  community_id uuid not null references communities.community (id),
  attribute text not null check (attribute in ('gender', 'age', 'settlement', 'disability', 'ethnicity', 'religion', 'own')),
  group_name text not null check (length(group_name) between 1 and 60),
  -- Hundredths of a percent, so that shares add up exactly.
  share integer not null check (share between 0 and 10000),
  source text not null check (length(source) between 2 and 200),
  year integer not null check (year between 1900 and 2200),
  set_at timestamptz not null,
  set_by uuid not null references people.person (id),
  primary key (community_id, attribute, group_name)
);

create table communities.organisation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  name text not null check (length(name) between 2 and 160),
  english_name text check (length(english_name) between 2 and 160),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  tier text not null check (tier in ('community', 'local', 'national', 'international')),
  kind text not null check (kind in ('grassroots', 'association', 'municipality', 'donor', 'school', 'media')),
  -- org-id.guide: register and number, for example RS-SRB-12345678.
  identifier text unique check (length(identifier) between 3 and 80),
  about text not null default '' check (length(about) <= 4000),
  country text not null check (country ~ '^[A-Z]{2}$'),
  registered_at timestamptz not null,
  registered_by uuid not null references people.person (id)
);

create table communities.organisation_member (
  organisation_id uuid not null references communities.organisation (id),
  person_id uuid not null references people.person (id),
  role text not null check (role in ('member', 'lead')),
  joined_at timestamptz not null,
  added_by uuid not null references people.person (id),
  ended_at timestamptz check (ended_at >= joined_at),
  primary key (organisation_id, person_id, joined_at)
);
create unique index organisation_member_once on communities.organisation_member (organisation_id, person_id) where ended_at is null;
create index organisation_member_of_person on communities.organisation_member (person_id);

create table communities.community_organisation (
  community_id uuid not null references communities.community (id),
  organisation_id uuid not null references communities.organisation (id),
  joined_at timestamptz not null,
  added_by uuid not null references people.person (id),
  ended_at timestamptz check (ended_at >= joined_at),
  primary key (community_id, organisation_id, joined_at)
);
create unique index community_organisation_once
  on communities.community_organisation (community_id, organisation_id) where ended_at is null;

-- One row per stay; leaving is a record of its own.
create table communities.membership (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  person_id uuid not null references people.person (id),
  how text not null check (how in ('founded', 'open', 'approved', 'invited', 'card')),
  -- What ties this person to the place; the charter says which ties carry a vote.
  belonging text not null default 'lives-here' check (belonging in ('lives-here', 'from-here', 'land', 'other')),
  joined_at timestamptz not null,
  -- Who let them in; two for an approval, unless the only steward did it alone (harm.md 9).
  admitted_by uuid references people.person (id),
  seconded_by uuid references people.person (id),
  alone boolean not null default false,
  left_at timestamptz check (left_at >= joined_at),
  primary key (community_id, id),
  check (seconded_by is null or seconded_by <> admitted_by),
  check (how <> 'approved' or (admitted_by is not null and alone = (seconded_by is null)))
);
create unique index membership_once on communities.membership (community_id, person_id) where left_at is null;
create index membership_of_person on communities.membership (person_id);
create index membership_by_time on communities.membership (community_id, joined_at);

-- Asking to come in. The first yes waits for a second from another member.
create table communities.join_request (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  person_id uuid not null references people.person (id),
  belonging text not null check (belonging in ('lives-here', 'from-here', 'land', 'other')),
  words text not null default '' check (length(words) <= 1000),
  asked_at timestamptz not null,
  first_yes_by uuid references people.person (id),
  first_yes_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references people.person (id),
  answer text check (answer in ('yes', 'no', 'withdrawn')),
  answer_words text not null default '' check (length(answer_words) <= 1000),
  primary key (community_id, id),
  check ((first_yes_by is null) = (first_yes_at is null)),
  check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null)),
  check (answer is distinct from 'yes' or answered_by <> person_id)
);
create unique index join_request_once on communities.join_request (community_id, person_id) where answered_at is null;

-- How a seat on the roll is confirmed (harm.md 3): a card given by hand, or two members who vouch.
create table communities.card_given (
  community_id uuid not null references communities.community (id),
  person_id uuid not null references people.person (id),
  given_by uuid not null references people.person (id),
  given_at timestamptz not null,
  primary key (community_id, person_id),
  check (given_by <> person_id)
);
create table communities.vouch (
  community_id uuid not null references communities.community (id),
  person_id uuid not null references people.person (id),
  vouched_by uuid not null references people.person (id),
  vouched_at timestamptz not null,
  primary key (community_id, person_id, vouched_by),
  check (vouched_by <> person_id)
);

-- Roles beyond member. A change of roles needs two; what the only steward did alone is marked so (harm.md 9).
create table communities.role_grant (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  person_id uuid not null references people.person (id),
  role text not null check (role in ('facilitator', 'steward', 'teller', 'official', 'observer', 'keeper')),
  granted_at timestamptz not null,
  granted_by uuid not null references people.person (id),
  seconded_by uuid references people.person (id),
  alone boolean not null default false,
  ended_at timestamptz check (ended_at >= granted_at),
  ended_by uuid references people.person (id),
  end_seconded_by uuid references people.person (id),
  -- How many members asked for it, when the community recalled a steward.
  recalled_by integer check (recalled_by > 1),
  primary key (community_id, id),
  check (seconded_by is null or seconded_by <> granted_by),
  check (alone = (seconded_by is null)),
  check ((ended_at is null) = (ended_by is null)),
  check (end_seconded_by is null or end_seconded_by <> ended_by),
  check (ended_at is null or ended_by = person_id or end_seconded_by is not null or recalled_by is not null)
);
create unique index role_grant_once on communities.role_grant (community_id, person_id, role) where ended_at is null;
create index role_grant_of_person on communities.role_grant (person_id);

-- A change of roles that waits for its second, or a recall that waits for voices.
create table communities.role_change (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  change text not null check (change in ('grant', 'end', 'recall')),
  person_id uuid not null references people.person (id),
  role text not null check (role in ('facilitator', 'steward', 'teller', 'official', 'observer', 'keeper')),
  -- Who takes the seat of a recalled steward.
  successor_id uuid references people.person (id),
  why text not null default '' check (length(why) <= 1000),
  proposed_at timestamptz not null,
  proposed_by uuid not null references people.person (id),
  closed_at timestamptz,
  closed_by uuid references people.person (id),
  outcome text check (outcome in ('done', 'declined', 'withdrawn')),
  primary key (community_id, id),
  check (change <> 'recall' or role = 'steward'),
  check ((closed_at is null) = (outcome is null) and (closed_at is null) = (closed_by is null)),
  check (change = 'recall' or outcome is distinct from 'done' or closed_by <> proposed_by),
  check (successor_id is null or successor_id <> person_id)
);
create unique index role_change_once on communities.role_change (community_id, person_id, role, change) where closed_at is null;

-- Voices for a recall; only their number is ever shown.
create table communities.recall_voice (
  community_id uuid not null,
  change_id uuid not null,
  person_id uuid not null references people.person (id),
  raised_at timestamptz not null,
  primary key (community_id, change_id, person_id),
  foreign key (community_id, change_id) references communities.role_change (community_id, id)
);

-- What a person said of themselves in one community, with consent; no group means "rather not say". Withdrawing deletes the row.
create table communities.attribute (
  community_id uuid not null references communities.community (id),
  person_id uuid not null references people.person (id),
  attribute text not null check (attribute in ('gender', 'age', 'settlement', 'disability', 'ethnicity', 'religion', 'own')),
  group_name text check (length(group_name) between 1 and 60),
  -- The catalogue key of the purpose that was shown.
  purpose text not null check (purpose ~ '^[a-z-]+(\.[a-z-]+)+$'),
  consented_at timestamptz not null,
  primary key (community_id, person_id, attribute)
);

-- Where to turn when it can't wait: shown with every answer of the private door.
create table communities.help_line (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  name text not null check (length(name) between 2 and 120),
  contact text not null check (length(contact) between 2 and 120),
  hours text not null default '' check (length(hours) <= 120),
  entered_at timestamptz not null,
  entered_by uuid not null references people.person (id),
  ended_at timestamptz,
  primary key (community_id, id)
);

-- A list from elsewhere makes invitations, never members (harm.md 10). Nothing of it counts before it is applied.
create table communities.invitation_list (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  source text not null check (length(source) between 3 and 200),
  made_at timestamptz not null,
  -- Empty when the one who hosts the house brought it by command.
  made_by uuid references people.person (id),
  invited integer not null default 0 check (invited >= 0),
  applied_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references people.person (id),
  primary key (community_id, id),
  check (undone_by is null or undone_at is not null)
);

create table communities.invitation (
  community_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  email text check (email like '%_@_%' and length(email) <= 200),
  phone text check (phone ~ '^\+[0-9]{6,15}$'),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  token_hash text check (token_hash ~ '^[0-9a-f]{64}$'),
  -- One message and no second.
  sent_at timestamptz,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('yes', 'no')),
  person_id uuid references people.person (id),
  primary key (community_id, id),
  foreign key (community_id, list_id) references communities.invitation_list (community_id, id),
  check ((answered_at is null) = (answer is null)),
  check ((answer is not distinct from 'yes') = (person_id is not null))
);
create unique index invitation_token on communities.invitation (community_id, token_hash);
create unique index invitation_email on communities.invitation (community_id, lower(email)) where answered_at is null;
create unique index invitation_phone on communities.invitation (community_id, phone) where answered_at is null;
create index invitation_due on communities.invitation (expires_at) where answered_at is null;
create index invitation_unsent on communities.invitation (community_id) where sent_at is null and answered_at is null;
