-- The report of a gathering grows out of the records of the others. Here is only what stands around them, and who said yes.

-- What the rapporteur writes around the records, in versions; the newest stands, an empty one takes it away.
create table gatherings.report_text (
  community_id uuid not null,
  gathering_id uuid not null,
  place text not null check (place in (
    'summary', 'opening', 'closing',
    'speakers-before', 'speakers-after', 'questions-before', 'questions-after', 'reflections-before', 'reflections-after',
    'conclusions-before', 'conclusions-after', 'steps-before', 'steps-after', 'people-before', 'people-after'
  )),
  version integer not null check (version > 0),
  text text not null check (length(text) <= 8000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  written_by uuid not null references people.person (id),
  written_at timestamptz not null,
  primary key (community_id, gathering_id, place, version),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  -- Two hundred words, and the dashes and signs that stand between them.
  check (place <> 'summary' or regexp_count(text, '\S+') <= 260)
);

-- Made public, and taken back with a reason when it must be. One at most is public.
create table gatherings.report_publishing (
  community_id uuid not null,
  gathering_id uuid not null,
  number integer not null check (number > 0),
  published_by uuid not null references people.person (id),
  published_at timestamptz not null,
  withdrawn_by uuid references people.person (id),
  withdrawn_at timestamptz check (withdrawn_at >= published_at),
  why text check (length(why) between 3 and 1000),
  primary key (community_id, gathering_id, number),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check (num_nonnulls(withdrawn_by, withdrawn_at, why) in (0, 3))
);
create unique index report_published_once on gatherings.report_publishing (community_id, gathering_id)
  where withdrawn_at is null;

-- A link of their own for a speaker without an account. Only its hash is kept.
create table gatherings.speaker_link (
  community_id uuid not null,
  id uuid not null,
  gathering_id uuid not null,
  speaker_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references people.person (id),
  made_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > made_at),
  -- A newer link takes the place of this one.
  ended_at timestamptz check (ended_at >= made_at),
  primary key (community_id, id),
  unique (community_id, token_hash),
  foreign key (community_id, gathering_id, speaker_id) references gatherings.speaker (community_id, gathering_id, id)
);
create unique index speaker_link_once on gatherings.speaker_link (community_id, speaker_id) where ended_at is null;

-- Beside their own account and a word stated to who leads: a yes by that link, or on paper before a witness.
alter table gatherings.words_approval
  drop constraint words_approval_how_check,
  alter column approved_by drop not null,
  add column link_id uuid,
  add column witness text check (length(witness) between 2 and 160),
  add constraint words_approval_how_check check (how in ('self', 'stated', 'link', 'paper')),
  add constraint words_approval_by_check check ((how = 'link') = (approved_by is null)),
  add constraint words_approval_link_check check ((how = 'link') = (link_id is not null)),
  add constraint words_approval_paper_check check ((how = 'paper') = (witness is not null)),
  add foreign key (community_id, link_id) references gatherings.speaker_link (community_id, id);

-- The speaker says how it should read instead. The words wait until a new wording gets a yes.
create table gatherings.words_objection (
  community_id uuid not null,
  id uuid not null,
  words_id uuid not null,
  text text not null check (length(text) between 3 and 4000),
  -- By their own account, or by the link.
  person_id uuid references people.person (id),
  link_id uuid,
  said_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, words_id) references gatherings.speaker_words (community_id, id),
  foreign key (community_id, link_id) references gatherings.speaker_link (community_id, id),
  check (num_nonnulls(person_id, link_id) = 1)
);
create index objection_of_words on gatherings.words_objection (community_id, words_id, id);
