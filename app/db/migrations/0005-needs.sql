-- Needs and offers: what people raised, who says "me too", what became of it. What is told through the private door has
-- tables of its own, so that no query of the open ones can ever meet it.
create schema needs;

-- A list that was brought from elsewhere.
create table needs.import_list (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  source text not null check (length(source) between 3 and 200),
  made_by uuid references people.person (id),
  made_at timestamptz not null,
  needs integer not null default 0 check (needs >= 0),
  -- Nobody sees what it brought before it is whole.
  applied_at timestamptz check (applied_at >= made_at),
  primary key (community_id, id)
);

create table needs.theme (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  name text not null check (length(name) between 2 and 60),
  made_by uuid references people.person (id),
  made_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, name)
);

create table needs.need (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 3 and 160),
  words text not null default '' check (length(words) <= 4000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  place text not null default '' check (length(place) <= 120),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- Only the name of the settlement is shown; then no point is kept at all.
  settlement_only boolean not null,
  affected text not null default '' check (length(affected) <= 300),
  -- Empty when it was told by somebody without an account, in the hall, or came with a list.
  raised_by uuid references people.person (id),
  acting_for_id uuid references communities.organisation (id),
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  channel text not null check (channel in ('web', 'paper', 'sms', 'email', 'hall', 'import')),
  -- Who wrote it down for somebody else, and who stood by.
  entered_by uuid references people.person (id),
  witness_id uuid references people.person (id),
  raised_at timestamptz not null,
  -- The last time somebody touched it; what nobody touched for months is asked about again.
  touched_at timestamptz not null check (touched_at >= raised_at),
  -- The newest state_change, and sums over it and what is merged into it: kept here for lists.
  state text not null default 'raised'
    check (state in ('raised', 'taken-up', 'in-decision', 'decided', 'done', 'still-needed', 'let-go')),
  supporters integer not null default 0 check (supporters >= 0),
  hands integer not null default 0 check (hands >= 0),
  theme_id uuid,
  import_id uuid,
  primary key (community_id, id),
  unique (community_id, number),
  foreign key (community_id, theme_id) references needs.theme (community_id, id),
  foreign key (community_id, import_id) references needs.import_list (community_id, id),
  check ((latitude is null) = (longitude is null)),
  check (not settlement_only or latitude is null),
  check (raised_by is not null or entered_by is not null or channel = 'import'),
  check (channel <> 'web' or raised_by is not null),
  check ((channel = 'import') = (import_id is not null)),
  check (witness_id is null or witness_id <> entered_by)
);
create index need_touched on needs.need (community_id, touched_at);
create index need_of_theme on needs.need (community_id, theme_id) where theme_id is not null;
create index need_of_person on needs.need (community_id, raised_by) where raised_by is not null;

-- Every earlier wording: an edit changes the need and leaves what stood before here.
create table needs.wording (
  community_id uuid not null,
  need_id uuid not null,
  version integer not null check (version > 0),
  title text not null,
  words text not null,
  place text not null,
  affected text not null,
  locale text not null,
  until_at timestamptz not null,
  until_by uuid not null references people.person (id),
  primary key (community_id, need_id, version),
  foreign key (community_id, need_id) references needs.need (community_id, id)
);

-- Who raised it took it back, and why. Who says "me too" stays counted.
create table needs.withdrawal (
  community_id uuid not null,
  need_id uuid not null,
  reason text not null check (length(reason) between 3 and 500),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null references people.person (id),
  primary key (community_id, need_id),
  foreign key (community_id, need_id) references needs.need (community_id, id)
);

-- A folded need: while it is folded its text and signature are here and nowhere else, so that no list of any room can show
-- them. One folds at once; without a second within 72 hours it unfolds.
create table needs.fold (
  community_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  reason text not null check (reason in ('insult', 'threat', 'private', 'false', 'advert', 'other')),
  answer text not null default '' check (length(answer) <= 1000),
  source text not null default '' check (length(source) <= 300),
  kept jsonb,
  folded_at timestamptz not null,
  folded_by uuid not null references people.person (id),
  needs_second_by timestamptz not null check (needs_second_by > folded_at),
  seconded_at timestamptz,
  seconded_by uuid references people.person (id),
  unfolded_at timestamptz check (unfolded_at >= folded_at),
  unfolded_by uuid references people.person (id),
  unfolded_how text check (unfolded_how in ('no-second', 'appeal', 'withdrawn')),
  primary key (community_id, id),
  foreign key (community_id, need_id) references needs.need (community_id, id),
  check (seconded_by is null or seconded_by <> folded_by),
  check ((seconded_at is null) = (seconded_by is null)),
  check ((unfolded_at is null) = (unfolded_how is null)),
  check ((unfolded_at is null) = (kept is not null)),
  check (reason <> 'false' or length(source) > 0)
);
create unique index fold_once on needs.fold (community_id, need_id) where unfolded_at is null;

create table needs.appeal (
  community_id uuid not null,
  fold_id uuid not null,
  words text not null check (length(words) between 3 and 1000),
  made_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references people.person (id),
  upheld boolean,
  answer text check (length(answer) between 3 and 1000),
  primary key (community_id, fold_id),
  foreign key (community_id, fold_id) references needs.fold (community_id, id),
  check ((answered_at is null) = (upheld is null) and (answered_at is null) = (answer is null))
);

-- Only with a yes here is a need public: of who raised it, of its sender, or of a facilitator who read it.
create table needs.publication_consent (
  community_id uuid not null,
  need_id uuid not null,
  answer text not null check (answer in ('yes', 'no')),
  said_as text not null check (said_as in ('raiser', 'sender', 'facilitator')),
  said_by uuid not null references people.person (id),
  said_at timestamptz not null,
  primary key (community_id, need_id),
  foreign key (community_id, need_id) references needs.need (community_id, id),
  check (answer = 'yes' or said_as <> 'raiser')
);

create table needs.picture (
  community_id uuid not null,
  need_id uuid not null,
  position smallint not null check (position between 1 and 4),
  file_hash text not null,
  words text not null check (length(words) between 1 and 200),
  primary key (community_id, need_id, position),
  foreign key (community_id, need_id) references needs.need (community_id, id),
  foreign key (community_id, file_hash) references platform.file (community_id, hash)
);

-- "Me too", one a person, with their own words.
create table needs.support (
  community_id uuid not null,
  need_id uuid not null,
  person_id uuid not null references people.person (id),
  words text not null default '' check (length(words) <= 500),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  supported_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= supported_at),
  primary key (community_id, need_id, person_id),
  foreign key (community_id, need_id) references needs.need (community_id, id),
  check (withdrawn_at is null or words = '')
);
create index support_of_person on needs.support (community_id, person_id);

-- Hands counted in a hall: a number, never who.
create table needs.hands (
  community_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  hands integer not null check (hands between 0 and 100000),
  counted_where text not null default '' check (length(counted_where) <= 160),
  counted_at timestamptz not null,
  counted_by uuid references people.person (id),
  witness_id uuid references people.person (id),
  primary key (community_id, id),
  foreign key (community_id, need_id) references needs.need (community_id, id),
  check (witness_id is null or witness_id <> counted_by)
);
create index hands_of_need on needs.hands (community_id, need_id);

create table needs.state_change (
  community_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  state text not null check (state in ('raised', 'taken-up', 'in-decision', 'decided', 'done', 'still-needed', 'let-go')),
  words text not null default '' check (length(words) <= 1000),
  changed_at timestamptz not null,
  changed_by uuid references people.person (id),
  primary key (community_id, id),
  foreign key (community_id, need_id) references needs.need (community_id, id)
);
create index state_change_of_need on needs.state_change (community_id, need_id, id);

-- Two needs that are one. Parting them again is another fact in the same row.
create table needs.merge (
  community_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  into_id uuid not null,
  words text not null default '' check (length(words) <= 300),
  merged_at timestamptz not null,
  merged_by uuid not null references people.person (id),
  parted_at timestamptz check (parted_at >= merged_at),
  parted_by uuid references people.person (id),
  primary key (community_id, id),
  foreign key (community_id, need_id) references needs.need (community_id, id),
  foreign key (community_id, into_id) references needs.need (community_id, id),
  check (need_id <> into_id),
  check ((parted_at is null) = (parted_by is null))
);
create unique index merge_once on needs.merge (community_id, need_id) where parted_at is null;
create index merge_into on needs.merge (community_id, into_id) where parted_at is null;

-- A need nobody touched for months: is it still so?
create table needs.asking_again (
  community_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  asked_at timestamptz not null,
  answer text check (answer in ('still-needed', 'done', 'let-go')),
  words text not null default '' check (length(words) <= 500),
  answered_at timestamptz check (answered_at >= asked_at),
  answered_by uuid references people.person (id),
  primary key (community_id, id),
  foreign key (community_id, need_id) references needs.need (community_id, id),
  check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null))
);
create unique index asking_again_once on needs.asking_again (community_id, need_id) where answered_at is null;

-- What somebody can bring: to a need, or by itself.
create table needs.offer (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('skills', 'associations', 'institutions', 'land', 'economy', 'culture')),
  title text not null check (length(title) between 3 and 160),
  words text not null default '' check (length(words) <= 2000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  need_id uuid,
  offered_by uuid not null references people.person (id),
  acting_for_id uuid references communities.organisation (id),
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  offered_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= offered_at),
  withdrawn_by uuid references people.person (id),
  primary key (community_id, id),
  unique (community_id, number),
  foreign key (community_id, need_id) references needs.need (community_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index offer_to_need on needs.offer (community_id, need_id) where need_id is not null;

-- When a person last looked at the needs of a community: since_at is where the visit before ended.
create table needs.visit (
  person_id uuid not null references people.person (id),
  community_id uuid not null references communities.community (id),
  since_at timestamptz not null,
  seen_at timestamptz not null check (seen_at >= since_at),
  primary key (person_id, community_id)
);

-- Not for the forum: heard only by the two people whom the community had named when it was told. No number, no search, no
-- list, no statistics; ids that say nothing of time.
create table needs.private_need (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  words text not null check (length(words) between 3 and 4000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  told_by uuid not null references people.person (id),
  told_at timestamptz not null,
  primary key (community_id, id)
);

create table needs.private_keeper (
  community_id uuid not null,
  private_need_id uuid not null,
  person_id uuid not null references people.person (id),
  primary key (community_id, private_need_id, person_id),
  foreign key (community_id, private_need_id) references needs.private_need (community_id, id) on delete cascade
);

create table needs.private_answer (
  community_id uuid not null,
  id uuid not null,
  private_need_id uuid not null,
  words text not null check (length(words) between 1 and 4000),
  answered_by uuid not null references people.person (id),
  answered_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, private_need_id) references needs.private_need (community_id, id) on delete cascade
);
