-- Practice: what a community of kind "practice" has. Who coordinates, what is planned, what each can share and wishes to
-- learn, and the library of cases and lessons in which one sees who learned from whom.
create schema practice;

-- The coordinating circle: one row a stay, so that it can be read who sat when and how they were chosen.
create table practice.circle_seat (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  person_id uuid not null references people.person (id),
  -- For which organisation they sit, when they do.
  organisation_id uuid references communities.organisation (id),
  chosen_by text not null check (chosen_by in ('founders', 'consent', 'ballot', 'lot', 'turn')),
  seated_at timestamptz not null,
  seated_by uuid not null references people.person (id),
  -- The day on which it is somebody else's turn.
  until_on date,
  ended_at timestamptz check (ended_at >= seated_at),
  ended_by uuid references people.person (id),
  ended_why text check (ended_why in ('turn', 'stepped-down', 'left')),
  primary key (community_id, id),
  check (num_nonnulls(ended_at, ended_why) in (0, 2)),
  check (ended_by is null or ended_at is not null)
);
create unique index circle_seat_once on practice.circle_seat (community_id, person_id) where ended_at is null;

create table practice.plan_item (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  what text not null check (length(what) between 3 and 300),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  -- Who does it: a person or an organisation.
  person_id uuid references people.person (id),
  organisation_id uuid references communities.organisation (id),
  due_on date,
  added_at timestamptz not null,
  added_by uuid not null references people.person (id),
  primary key (community_id, id),
  check (num_nonnulls(person_id, organisation_id) = 1)
);

-- What became of it; the newest tells. Put off to another day: that day stands here.
create table practice.plan_change (
  community_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  state text not null check (state in ('planned', 'under-way', 'put-off', 'done', 'let-go')),
  due_on date,
  words text not null default '' check (length(words) <= 500),
  changed_at timestamptz not null,
  changed_by uuid not null references people.person (id),
  primary key (community_id, id),
  foreign key (community_id, item_id) references practice.plan_item (community_id, id),
  check ((state = 'put-off') = (due_on is not null))
);
create index plan_change_of_item on practice.plan_change (community_id, item_id, changed_at);

-- What somebody can share, or wishes to learn, in their own words.
create table practice.topic (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  kind text not null check (kind in ('share', 'wish')),
  person_id uuid references people.person (id),
  organisation_id uuid references communities.organisation (id),
  words text not null check (length(words) between 2 and 200),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  tags text[] not null default '{}' check (cardinality(tags) <= 6),
  -- Said with it: whether the page may propose pairs from it. Nobody is matched against their wish.
  pairing text not null check (pairing in ('yes', 'no')),
  said_by uuid not null references people.person (id),
  said_at timestamptz not null,
  taken_back_at timestamptz check (taken_back_at >= said_at),
  taken_back_by uuid references people.person (id),
  primary key (community_id, id),
  unique (community_id, id, kind),
  check (num_nonnulls(person_id, organisation_id) = 1),
  check (taken_back_by is null or taken_back_at is not null)
);

-- "Introduce us": asked by one side, answered by the other, once.
create table practice.introduction (
  community_id uuid not null,
  id uuid not null,
  share_id uuid not null,
  share_kind text not null default 'share' check (share_kind = 'share'),
  wish_id uuid not null,
  wish_kind text not null default 'wish' check (wish_kind = 'wish'),
  -- The side that asked; the other one says yes or not now.
  asking_side text not null check (asking_side in ('share', 'wish')),
  asked_by uuid not null references people.person (id),
  asked_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, share_id, wish_id),
  foreign key (community_id, share_id, share_kind) references practice.topic (community_id, id, kind),
  foreign key (community_id, wish_id, wish_kind) references practice.topic (community_id, id, kind)
);

create table practice.introduction_answer (
  community_id uuid not null,
  introduction_id uuid not null,
  answer text not null check (answer in ('yes', 'not-now')),
  answered_by uuid not null references people.person (id),
  answered_at timestamptz not null,
  primary key (community_id, introduction_id),
  foreign key (community_id, introduction_id) references practice.introduction (community_id, id)
);

-- A case: told by a person, an organisation or a community, which need not sit in the practice when it took up another one.
create table practice.library_case (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  number integer not null check (number > 0),
  organisation_id uuid references communities.organisation (id),
  home_community_id uuid references communities.community (id),
  credit_order text not null default 'alphabet' check (credit_order in ('alphabet', 'own')),
  begun_at timestamptz not null,
  written_by uuid not null references people.person (id),
  -- From which case they learned and what they made of it, said when it is begun and never changed. Each case stands one
  -- step deeper than the one it learned from, and the key below carries the depth: a circle can't be written down.
  depth integer not null check (depth between 0 and 40),
  from_case_id uuid,
  from_depth integer,
  how text check (how in ('adopted', 'adapted', 'did-not-work')),
  primary key (community_id, id),
  unique (community_id, number),
  unique (community_id, id, depth),
  foreign key (community_id, from_case_id, from_depth) references practice.library_case (community_id, id, depth),
  check (num_nonnulls(organisation_id, home_community_id) <= 1),
  check (num_nonnulls(from_case_id, from_depth, how) in (0, 3)),
  check (depth = coalesce(from_depth + 1, 0)),
  check (from_case_id is null or num_nonnulls(organisation_id, home_community_id) = 1)
);
create index case_learned_from on practice.library_case (community_id, from_case_id) where from_case_id is not null;

-- Every wording is kept; the newest is read.
create table practice.wording (
  community_id uuid not null,
  case_id uuid not null,
  version integer not null check (version > 0),
  title text not null check (length(title) between 3 and 160),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  place text not null default '' check (length(place) <= 160),
  country text not null check (country ~ '^[A-Z]{2}$'),
  happened text not null default '' check (length(happened) <= 80),
  context text not null default '' check (length(context) <= 6000),
  done text not null default '' check (length(done) <= 6000),
  changed text not null default '' check (length(changed) <= 6000),
  failed text not null default '' check (length(failed) <= 6000),
  not_where text not null default '' check (length(not_where) <= 4000),
  -- What it cost: whole units of a currency, or words, or both.
  cost_amount bigint check (cost_amount >= 0),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  cost_words text not null default '' check (length(cost_words) <= 1000),
  languages text[] not null default '{}' check (cardinality(languages) <= 9),
  tags text[] not null default '{}' check (cardinality(tags) <= 6),
  goals integer[] not null default '{}' check (1 <= all (goals) and 17 >= all (goals) and cardinality(goals) <= 17),
  why text not null default '' check (length(why) <= 300),
  written_at timestamptz not null,
  written_by uuid not null references people.person (id),
  primary key (community_id, case_id, version),
  foreign key (community_id, case_id) references practice.library_case (community_id, id),
  check ((cost_amount is null) = (cost_currency is null))
);

create table practice.picture (
  community_id uuid not null,
  case_id uuid not null,
  position integer not null check (position between 1 and 8),
  file_hash text not null,
  words text not null check (length(words) between 1 and 200),
  primary key (community_id, case_id, position),
  foreign key (community_id, case_id) references practice.library_case (community_id, id),
  foreign key (community_id, file_hash) references platform.file (community_id, hash)
);

-- Who did what: a person or an organisation of this house, or somebody without an account under the name they gave.
create table practice.contributor (
  community_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  position integer not null check (position > 0),
  person_id uuid references people.person (id),
  organisation_id uuid references communities.organisation (id),
  outside_name text check (length(outside_name) between 2 and 160),
  outside_tier text check (outside_tier in ('community', 'local', 'national', 'international')),
  part text not null default '' check (length(part) <= 300),
  added_at timestamptz not null,
  added_by uuid not null references people.person (id),
  removed_at timestamptz check (removed_at >= added_at),
  removed_by uuid references people.person (id),
  primary key (community_id, case_id, id),
  foreign key (community_id, case_id) references practice.library_case (community_id, id),
  check (num_nonnulls(person_id, organisation_id, outside_name) = 1),
  check (outside_tier is null or outside_name is not null),
  check ((removed_at is null) = (removed_by is null))
);
create unique index contributor_person_once
  on practice.contributor (community_id, case_id, person_id) where removed_at is null;
create unique index contributor_organisation_once
  on practice.contributor (community_id, case_id, organisation_id) where removed_at is null;

-- How each wishes to be credited: by name, as "a member", only inside, or not in this case at all. The newest holds.
create table practice.credit (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  contributor_id uuid not null,
  answer text not null check (answer in ('name', 'member', 'inside', 'no')),
  -- Written down by the authors for somebody without an account.
  told boolean not null,
  said_at timestamptz not null,
  said_by uuid not null references people.person (id),
  primary key (community_id, id),
  foreign key (community_id, case_id, contributor_id) references practice.contributor (community_id, case_id, id)
);
create index credit_of_case on practice.credit (community_id, case_id, contributor_id);

create table practice.publication (
  community_id uuid not null,
  case_id uuid not null,
  published_at timestamptz not null,
  published_by uuid not null references people.person (id),
  primary key (community_id, case_id),
  foreign key (community_id, case_id) references practice.library_case (community_id, id)
);

create table practice.taking_back (
  community_id uuid not null,
  case_id uuid not null,
  taken_back_at timestamptz not null,
  taken_back_by uuid not null references people.person (id),
  why text not null check (length(why) between 3 and 500),
  primary key (community_id, case_id),
  foreign key (community_id, case_id) references practice.library_case (community_id, id)
);

-- A lesson, short, drawn from a case or at a gathering.
create table practice.lesson (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  case_id uuid,
  gathering_id uuid,
  words text not null check (length(words) between 3 and 400),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  organisation_id uuid references communities.organisation (id),
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  drawn_at timestamptz not null,
  drawn_by uuid not null references people.person (id),
  taken_back_at timestamptz check (taken_back_at >= drawn_at),
  taken_back_by uuid references people.person (id),
  primary key (community_id, id),
  foreign key (community_id, case_id) references practice.library_case (community_id, id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check (num_nonnulls(case_id, gathering_id) >= 1),
  check ((taken_back_at is null) = (taken_back_by is null))
);
create index lesson_of_case on practice.lesson (community_id, case_id) where case_id is not null;
create index lesson_of_gathering on practice.lesson (community_id, gathering_id) where gathering_id is not null;
