-- The floor of a gathering: who speaks, what people ask, what comes of each question, what everyone takes home.

create table gatherings.speaker (
  community_id uuid not null,
  gathering_id uuid not null,
  id uuid not null,
  position integer not null check (position > 0),
  -- Somebody with an account here, or only a written name; empty only after erasure.
  person_id uuid references people.person (id),
  name text not null check (length(name) <= 120 and (name <> '' or person_id is not null)),
  organisation_id uuid references communities.organisation (id),
  -- Where the organisation is not one of this house.
  organisation text not null default '' check (length(organisation) <= 160),
  country text check (country ~ '^[A-Z]{2}$'),
  added_by uuid not null references people.person (id),
  added_at timestamptz not null,
  withdrawn_by uuid references people.person (id),
  withdrawn_at timestamptz check (withdrawn_at >= added_at),
  primary key (community_id, id),
  unique (community_id, gathering_id, id),
  unique (community_id, gathering_id, position),
  unique (community_id, id, person_id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check (organisation_id is null or organisation = ''),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index speaker_once on gatherings.speaker (community_id, gathering_id, person_id)
  where person_id is not null and withdrawn_at is null;

-- What a speaker says of themself: by themself, or entered with the consent they stated. Rather not say leaves no row.
create table gatherings.speaker_declaration (
  community_id uuid not null,
  speaker_id uuid not null,
  about text not null check (about in ('woman', 'grassroots')),
  said text not null check (said in ('yes', 'no')),
  how text not null check (how in ('self', 'stated')),
  -- The speaker's own account, where the word is their own.
  person_id uuid references people.person (id),
  said_by uuid not null references people.person (id),
  said_at timestamptz not null,
  primary key (community_id, speaker_id, about),
  foreign key (community_id, speaker_id) references gatherings.speaker (community_id, id),
  foreign key (community_id, speaker_id, person_id) references gatherings.speaker (community_id, id, person_id),
  check ((how = 'self') = (person_id is not null)),
  check (how = 'stated' or said_by = person_id)
);

create table gatherings.question (
  community_id uuid not null,
  gathering_id uuid not null,
  id uuid not null,
  -- By which the hall calls it; 1, 2, 3 … in each gathering.
  number integer not null check (number > 0),
  text text not null check (length(text) between 3 and 400),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  channel text not null check (channel in ('web', 'hall', 'paper', 'sms')),
  -- Who asks: an account, a written name, or nobody named.
  asked_by uuid references people.person (id),
  asker_name text not null default '' check (length(asker_name) <= 80),
  acting_for_id uuid references communities.organisation (id),
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  -- The browser or phone it came from, cut off from it by a hash that is another one in every gathering.
  asker uuid,
  -- The group the asker named for themself, one of floor_group.
  group_position smallint,
  -- Only what is entered for somebody else may say so: they were heard here before.
  heard_before boolean not null default false,
  entered_by uuid references people.person (id),
  asked_at timestamptz not null,
  -- The newest question_record; kept here for lists.
  state text not null default 'asked'
    check (state in ('asked', 'taken', 'answered', 'answered-in-writing', 'owed', 'declined')),
  primary key (community_id, id),
  unique (community_id, gathering_id, number),
  unique (community_id, gathering_id, id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check (channel = 'web' or entered_by is not null or channel = 'sms'),
  check (not heard_before or entered_by is not null),
  check (entered_by is null or asked_by is null),
  check (channel <> 'web' or asker is not null or asked_by is not null)
);
create index question_of_person on gatherings.question (community_id, asked_by) where asked_by is not null;

-- The groups an asker may name for themself, chosen by who leads the gathering; none by default.
create table gatherings.floor_group (
  community_id uuid not null,
  gathering_id uuid not null,
  position smallint not null check (position between 1 and 12),
  name text not null check (length(name) between 2 and 60),
  ended_at timestamptz,
  primary key (community_id, gathering_id, position),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);
alter table gatherings.question add foreign key (community_id, gathering_id, group_position)
  references gatherings.floor_group (community_id, gathering_id, position);

-- The last number given to a question of a gathering.
create table gatherings.question_counter (
  community_id uuid not null,
  gathering_id uuid not null,
  last_number integer not null check (last_number >= 0),
  primary key (community_id, gathering_id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);

-- "Me too", once each: a browser or phone counts once, and a person counts once whatever they hold in their hand.
create table gatherings.question_support (
  community_id uuid not null,
  gathering_id uuid not null,
  question_id uuid not null,
  supporter uuid not null,
  person_id uuid references people.person (id),
  channel text not null check (channel in ('web', 'hall', 'sms')),
  supported_at timestamptz not null,
  primary key (community_id, question_id, supporter),
  foreign key (community_id, gathering_id, question_id) references gatherings.question (community_id, gathering_id, id)
);
create unique index question_support_once on gatherings.question_support (community_id, question_id, person_id)
  where person_id is not null;
create index question_support_of_gathering on gatherings.question_support (community_id, gathering_id, question_id);

-- What came of a question, one row a step; the newest says where it stands. None is ever taken away.
create table gatherings.question_record (
  community_id uuid not null,
  gathering_id uuid not null,
  question_id uuid not null,
  id uuid not null,
  state text not null check (state in ('asked', 'taken', 'answered', 'answered-in-writing', 'owed', 'declined')),
  -- Who answered or owes the answer: a speaker, or somebody by name.
  speaker_id uuid,
  by_name text not null default '' check (length(by_name) <= 160),
  due_on date,
  -- Why it was declined; or the answer of somebody who is no speaker. A speaker's answer is in speaker_words.
  words text not null default '' check (length(words) <= 4000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  recorded_by uuid not null references people.person (id),
  recorded_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, gathering_id, question_id) references gatherings.question (community_id, gathering_id, id),
  foreign key (community_id, gathering_id, speaker_id) references gatherings.speaker (community_id, gathering_id, id),
  check (state <> 'declined' or length(words) >= 3),
  check (state not in ('owed', 'answered', 'answered-in-writing') or speaker_id is not null or by_name <> ''),
  check (state <> 'answered-in-writing' or speaker_id is not null or length(words) >= 3),
  check (due_on is null or state = 'owed')
);
create index question_record_of_question on gatherings.question_record (community_id, question_id, id);

-- A speaker's own words, in versions: what stands about them, their case, the sum of an answer.
-- Shown is only what the speaker approved (words_approval), or wrote themself.
create table gatherings.speaker_words (
  community_id uuid not null,
  gathering_id uuid not null,
  speaker_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('profile', 'case', 'answer')),
  -- Only an answer belongs to a question.
  question_id uuid,
  version integer not null check (version > 0),
  text text not null check (length(text) between 1 and 6000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  written_by uuid not null references people.person (id),
  written_at timestamptz not null,
  primary key (community_id, id),
  unique nulls not distinct (community_id, speaker_id, kind, question_id, version),
  foreign key (community_id, gathering_id, speaker_id) references gatherings.speaker (community_id, gathering_id, id),
  foreign key (community_id, gathering_id, question_id) references gatherings.question (community_id, gathering_id, id),
  check ((kind = 'answer') = (question_id is not null))
);

-- The speaker says yes to one version: by themself, or as stated to who leads the gathering.
create table gatherings.words_approval (
  community_id uuid not null,
  words_id uuid not null,
  how text not null check (how in ('self', 'stated')),
  approved_by uuid not null references people.person (id),
  approved_at timestamptz not null,
  primary key (community_id, words_id),
  foreign key (community_id, words_id) references gatherings.speaker_words (community_id, id)
);

-- What is on: a speaker or an item of the programme. The newest row counts; all of them say how the day went.
create table gatherings.on_floor (
  community_id uuid not null,
  gathering_id uuid not null,
  id uuid not null,
  speaker_id uuid,
  agenda_position integer,
  put_by uuid not null references people.person (id),
  put_at timestamptz not null,
  primary key (community_id, gathering_id, id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  foreign key (community_id, gathering_id, speaker_id) references gatherings.speaker (community_id, gathering_id, id),
  check (speaker_id is null or agenda_position is null)
);

-- Questions are closed and opened again; without a row they are open from the call until a day after the end.
create table gatherings.floor_turn (
  community_id uuid not null,
  gathering_id uuid not null,
  id uuid not null,
  questions text not null check (questions in ('open', 'closed')),
  turned_by uuid not null references people.person (id),
  turned_at timestamptz not null,
  primary key (community_id, gathering_id, id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);

-- "What will we do differently?", one line.
create table gatherings.reflection (
  community_id uuid not null,
  gathering_id uuid not null,
  id uuid not null,
  text text not null check (length(text) between 3 and 280),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  channel text not null check (channel in ('web', 'hall', 'paper', 'sms')),
  written_by uuid references people.person (id),
  writer_name text not null default '' check (length(writer_name) <= 80),
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  writer uuid,
  entered_by uuid references people.person (id),
  written_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check (entered_by is null or written_by is null),
  check (channel in ('web', 'sms') or entered_by is not null)
);
create index reflection_of_gathering on gatherings.reflection (community_id, gathering_id, id);
create index reflection_of_person on gatherings.reflection (community_id, written_by) where written_by is not null;

-- A harmful line is folded, not erased (harm.md 9): at once by one, for good only with a second within 72 hours.
create table gatherings.line_fold (
  community_id uuid not null,
  gathering_id uuid not null,
  id uuid not null,
  question_id uuid,
  reflection_id uuid,
  reason text not null check (reason in ('insult', 'threat', 'private', 'false', 'advert', 'other')),
  folded_by uuid not null references people.person (id),
  folded_at timestamptz not null,
  needs_second_by timestamptz not null check (needs_second_by > folded_at),
  seconded_by uuid references people.person (id),
  seconded_at timestamptz,
  unfolded_by uuid references people.person (id),
  unfolded_at timestamptz check (unfolded_at >= folded_at),
  unfolded_how text check (unfolded_how in ('no-second', 'withdrawn')),
  primary key (community_id, id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  foreign key (community_id, gathering_id, question_id) references gatherings.question (community_id, gathering_id, id),
  foreign key (community_id, reflection_id) references gatherings.reflection (community_id, id),
  check ((question_id is null) <> (reflection_id is null)),
  check (seconded_by is null or seconded_by <> folded_by),
  check ((seconded_at is null) = (seconded_by is null)),
  check ((unfolded_at is null) = (unfolded_how is null))
);
create unique index question_folded_once on gatherings.line_fold (community_id, question_id)
  where unfolded_at is null and question_id is not null;
create unique index reflection_folded_once on gatherings.line_fold (community_id, reflection_id)
  where unfolded_at is null and reflection_id is not null;

create table gatherings.conclusion (
  community_id uuid not null,
  gathering_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  written_by uuid not null references people.person (id),
  written_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, gathering_id, number),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);

-- How a conclusion reads; the highest version is in force and needs confirming by itself.
create table gatherings.conclusion_wording (
  community_id uuid not null,
  conclusion_id uuid not null,
  version integer not null check (version > 0),
  text text not null check (length(text) between 3 and 1000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  written_by uuid not null references people.person (id),
  written_at timestamptz not null,
  primary key (community_id, conclusion_id, version),
  foreign key (community_id, conclusion_id) references gatherings.conclusion (community_id, id)
);

create table gatherings.conclusion_confirmation (
  community_id uuid not null,
  conclusion_id uuid not null,
  version integer not null,
  person_id uuid not null references people.person (id),
  confirmed_at timestamptz not null,
  primary key (community_id, conclusion_id, version, person_id),
  foreign key (community_id, conclusion_id, version)
    references gatherings.conclusion_wording (community_id, conclusion_id, version)
);

-- A participant would have it otherwise. Taken up, it becomes the next wording.
create table gatherings.conclusion_amendment (
  community_id uuid not null,
  conclusion_id uuid not null,
  id uuid not null,
  version integer not null,
  text text not null check (length(text) between 3 and 1000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  why text not null default '' check (length(why) <= 500),
  proposed_by uuid not null references people.person (id),
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  proposed_at timestamptz not null,
  answer text check (answer in ('taken', 'not-taken')),
  answered_by uuid references people.person (id),
  answered_at timestamptz check (answered_at >= proposed_at),
  answer_words text not null default '' check (length(answer_words) <= 500),
  into_version integer,
  primary key (community_id, id),
  foreign key (community_id, conclusion_id, version)
    references gatherings.conclusion_wording (community_id, conclusion_id, version),
  foreign key (community_id, conclusion_id, into_version)
    references gatherings.conclusion_wording (community_id, conclusion_id, version),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check ((answer is not distinct from 'taken') = (into_version is not null)),
  check (into_version > version),
  check (answer is distinct from 'not-taken' or length(answer_words) >= 3)
);
create index amendment_of_conclusion on gatherings.conclusion_amendment (community_id, conclusion_id, id);

-- What somebody will do next and by when. The word itself is kept in the room of commitments; this says where it was given.
create table gatherings.next_step (
  community_id uuid not null,
  gathering_id uuid not null,
  position integer not null check (position > 0),
  commitment_id uuid not null,
  recorded_by uuid not null references people.person (id),
  recorded_at timestamptz not null,
  primary key (community_id, gathering_id, position),
  unique (community_id, commitment_id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);
