-- Given words: who said to whom that they would do what by when, and what those it was said to say of it later.
create schema commitments;

create table commitments.commitment (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  number integer not null check (number > 0),
  what text not null check (length(what) between 3 and 300),
  words text not null default '' check (length(words) <= 2000),
  -- The language and script it was written in.
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  -- Whose word it is: a person, an organisation, or somebody without an account, as written.
  by_person_id uuid references people.person (id),
  by_organisation_id uuid references communities.organisation (id),
  by_name text check (length(by_name) between 2 and 160),
  -- How who gave it is named (an organisation always by its name).
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  -- Whom it was given to; both absent: the community itself.
  to_organisation_id uuid references communities.organisation (id),
  to_community_id uuid references communities.community (id),
  -- The day it was given and the day it is due, as they were said then. Nothing here changes any more.
  made_on date not null,
  due_on date check (due_on >= made_on),
  -- Where it was given: what kind of thing of another room, its id, address and title.
  origin_kind text check (origin_kind ~ '^[a-z][a-z-]{1,39}$'),
  origin_id uuid,
  origin_address text check (origin_address ~ '^/[^/]' and length(origin_address) <= 300),
  origin_title text check (length(origin_title) between 1 and 300),
  audience text not null default 'public' check (audience in ('public', 'members')),
  -- Who wrote it down; absent: the house itself.
  recorded_by uuid references people.person (id),
  recorded_at timestamptz not null,
  -- Written down by somebody else than who gave it: only then may the desk say that it was written down wrongly.
  written_by_other boolean not null,
  -- The newest of due_on, of what was agreed anew and of a new day, and the sum of the answers: kept here for lists.
  stands_due_on date,
  state text not null default 'given'
    check (state in ('given', 'kept', 'late', 'changed', 'not-kept', 'differing', 'taken-back')),
  primary key (community_id, id),
  unique (community_id, number),
  check (num_nonnulls(by_person_id, by_organisation_id, by_name) = 1),
  check (num_nonnulls(to_organisation_id, to_community_id) <= 1),
  check (to_community_id <> community_id),
  check (to_organisation_id <> by_organisation_id),
  check (by_organisation_id is null or signs_as = 'name'),
  check (num_nonnulls(origin_kind, origin_id, origin_address, origin_title) in (0, 4))
);
create index commitment_by_state on commitments.commitment (community_id, state, number);
create index commitment_of_origin on commitments.commitment (community_id, origin_id) where origin_id is not null;
create index commitment_of_person on commitments.commitment (by_person_id) where by_person_id is not null;
create index commitment_of_organisation on commitments.commitment (by_organisation_id)
  where by_organisation_id is not null;

-- When it is asked about: one, three and six months after it was given.
create table commitments.asking (
  community_id uuid not null,
  commitment_id uuid not null,
  months smallint not null check (months in (1, 3, 6)),
  due_at timestamptz not null,
  asked_at timestamptz check (asked_at >= due_at),
  called_off_at timestamptz,
  primary key (community_id, commitment_id, months),
  foreign key (community_id, commitment_id) references commitments.commitment (community_id, id),
  check (asked_at is null or called_off_at is null)
);
create index asking_due on commitments.asking (due_at) where asked_at is null and called_off_at is null;

-- What one of those it was given to says of it. A new word of the same person is a new row: the history stays.
create table commitments.answer (
  community_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  answer text not null check (answer in ('kept', 'late', 'changed', 'not-kept')),
  -- The new day of what is late.
  new_on date,
  words text not null default '' check (length(words) <= 1000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  -- The asking it answers; absent: said before the house asked.
  months smallint,
  answered_by uuid not null references people.person (id),
  acting_for_id uuid references communities.organisation (id),
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  answered_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments.commitment (community_id, id),
  foreign key (community_id, commitment_id, months) references commitments.asking (community_id, commitment_id, months),
  check ((answer = 'late') = (new_on is not null)),
  -- How it changed, and why it was not kept, is said.
  check (answer not in ('changed', 'not-kept') or length(words) >= 3)
);
create index answer_of_commitment on commitments.answer (community_id, commitment_id, answered_at);

-- What who gave it says of it, beside what the others answer.
create table commitments.own_word (
  community_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  words text not null check (length(words) between 3 and 1000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  said_by uuid not null references people.person (id),
  said_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments.commitment (community_id, id)
);
create index own_word_of_commitment on commitments.own_word (community_id, commitment_id, said_at);

-- Agreed anew: another deed, another day, and why. What was said first stays.
create table commitments.agreement (
  community_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  what text not null check (length(what) between 3 and 300),
  due_on date,
  why text not null check (length(why) between 3 and 1000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  agreed_by uuid not null references people.person (id),
  agreed_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments.commitment (community_id, id)
);
create index agreement_of_commitment on commitments.agreement (community_id, commitment_id, agreed_at);

-- Taken back: by who gave it, by who says it was never theirs, by the desk, or because who gave it has left the house.
create table commitments.taking_back (
  community_id uuid not null,
  commitment_id uuid not null,
  reason text not null check (reason in ('withdrawn', 'not-mine', 'by-desk', 'left')),
  why text not null default '' check (length(why) <= 1000),
  taken_back_by uuid references people.person (id),
  taken_back_at timestamptz not null,
  primary key (community_id, commitment_id),
  foreign key (community_id, commitment_id) references commitments.commitment (community_id, id),
  check ((reason = 'left') = (taken_back_by is null)),
  check (reason not in ('withdrawn', 'by-desk') or length(why) >= 3)
);

-- Words that a facilitator folded: the text lies here meanwhile, and a line that says so stands in its place.
create table commitments.fold (
  community_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  -- What of it is folded; all absent: the given word itself.
  answer_id uuid,
  own_word_id uuid,
  agreement_id uuid,
  kept jsonb,
  author_id uuid references people.person (id),
  reason text not null check (reason in ('insult', 'threat', 'private', 'false', 'advert', 'other')),
  -- A harmful claim is answered with a named source, not erased.
  answer text not null default '' check (length(answer) <= 1000),
  source text not null default '' check (length(source) <= 300),
  folded_at timestamptz not null,
  folded_by uuid not null references people.person (id),
  needs_second_by timestamptz not null check (needs_second_by > folded_at),
  seconded_at timestamptz,
  seconded_by uuid references people.person (id),
  unfolded_at timestamptz check (unfolded_at >= folded_at),
  unfolded_by uuid references people.person (id),
  unfolded_how text check (unfolded_how in ('no-second', 'appeal', 'withdrawn')),
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments.commitment (community_id, id),
  foreign key (community_id, answer_id) references commitments.answer (community_id, id),
  foreign key (community_id, own_word_id) references commitments.own_word (community_id, id) on delete cascade,
  foreign key (community_id, agreement_id) references commitments.agreement (community_id, id),
  check (num_nonnulls(answer_id, own_word_id, agreement_id) <= 1),
  check (seconded_by is null or seconded_by <> folded_by),
  check (author_id is null or author_id not in (folded_by, seconded_by)),
  check ((seconded_at is null) = (seconded_by is null)),
  check ((unfolded_at is null) = (unfolded_how is null)),
  check ((unfolded_at is null) = (kept is not null)),
  check (reason <> 'false' or length(source) > 0)
);
create unique index fold_once on commitments.fold
  (community_id, commitment_id, coalesce(answer_id, own_word_id, agreement_id, commitment_id)) where unfolded_at is null;

create table commitments.appeal (
  community_id uuid not null,
  fold_id uuid not null,
  words text not null check (length(words) between 3 and 1000),
  made_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references people.person (id),
  upheld boolean,
  answer text check (length(answer) between 3 and 1000),
  primary key (community_id, fold_id),
  foreign key (community_id, fold_id) references commitments.fold (community_id, id) on delete cascade,
  check (num_nonnulls(answered_at, answered_by, upheld, answer) in (0, 4))
);
