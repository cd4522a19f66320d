-- Talk: threads and posts, moderation with its public log, conversations of statements and marks.
create schema forum;

create table forum.thread (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  number integer not null,
  title text not null check (length(title) between 3 and 160),
  -- The language and script it was written in.
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  started_by uuid not null references people.person (id),
  started_at timestamptz not null,
  -- Of the newest post: lists are in its order.
  stirred_at timestamptz not null check (stirred_at >= started_at),
  posts integer not null default 0 check (posts >= 0),
  -- What it talks about, in another room's words (`need`, `decision`): the other room reads it, this one only keeps it.
  about_kind text check (about_kind ~ '^[a-z-]+$'),
  about_id uuid,
  -- Where it is read then, below the community's address: `needs/12`.
  about_page text check (about_page ~ '^([a-z-]+/)+[0-9]+(/[a-z-]+/[0-9]+)*$'),
  primary key (community_id, id),
  unique (community_id, number),
  check ((about_kind is null) = (about_id is null) and (about_kind is null) = (about_page is null))
);
create index thread_stirred on forum.thread (community_id, stirred_at desc, id desc);
create unique index thread_about_once on forum.thread (community_id, about_kind, about_id) where about_id is not null;

create table forum.thread_closure (
  community_id uuid not null,
  thread_id uuid not null,
  closed_at timestamptz not null,
  closed_by uuid not null references people.person (id),
  reason text not null check (length(reason) between 3 and 300),
  primary key (community_id, thread_id),
  foreign key (community_id, thread_id) references forum.thread (community_id, id)
);

create table forum.post (
  community_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  author_id uuid not null references people.person (id),
  acting_for_id uuid references communities.organisation (id),
  signs_as text not null check (signs_as in ('name', 'member', 'inside')),
  -- Which way it came in, and who wrote it down for somebody else.
  channel text not null default 'web' check (channel in ('web', 'paper', 'sms', 'email', 'hall', 'import')),
  entered_by uuid references people.person (id),
  text text not null check (length(text) between 1 and 8000),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  replies_to uuid,
  written_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, thread_id) references forum.thread (community_id, id),
  foreign key (community_id, replies_to) references forum.post (community_id, id)
);
create index post_in_thread on forum.post (community_id, thread_id, id);
create index post_of_author on forum.post (community_id, author_id, written_at);

-- Every earlier wording: an edit changes the post and leaves what stood before here.
create table forum.wording (
  community_id uuid not null,
  post_id uuid not null,
  version integer not null check (version > 0),
  text text not null,
  until_at timestamptz not null,
  primary key (community_id, post_id, version),
  foreign key (community_id, post_id) references forum.post (community_id, id)
);

create table forum.picture (
  community_id uuid not null,
  post_id uuid not null,
  position smallint not null check (position between 1 and 4),
  file_hash text not null,
  words text not null check (length(words) between 1 and 200),
  primary key (community_id, post_id, position),
  foreign key (community_id, post_id) references forum.post (community_id, id),
  foreign key (community_id, file_hash) references platform.file (community_id, hash)
);

create table forum.follow (
  community_id uuid not null,
  thread_id uuid not null,
  person_id uuid not null references people.person (id),
  since timestamptz not null,
  primary key (community_id, thread_id, person_id),
  foreign key (community_id, thread_id) references forum.thread (community_id, id)
);

-- How far a person has read; written often, so it goes with the person.
create table forum.read_mark (
  person_id uuid not null references people.person (id),
  thread_id uuid not null,
  read_at timestamptz not null,
  primary key (person_id, thread_id)
);

create table forum.report (
  community_id uuid not null,
  post_id uuid not null,
  reported_by uuid not null references people.person (id),
  reason text not null check (reason in ('insult', 'threat', 'private', 'false', 'advert', 'other')),
  words text not null default '' check (length(words) <= 500),
  reported_at timestamptz not null,
  answered_at timestamptz,
  primary key (community_id, post_id, reported_by),
  foreign key (community_id, post_id) references forum.post (community_id, id)
);

-- A folded post: its text goes to the author and the moderators only. One folds at once; without a second within 72 hours it unfolds.
create table forum.fold (
  community_id uuid not null,
  id uuid not null,
  post_id uuid not null,
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
  foreign key (community_id, post_id) references forum.post (community_id, id),
  check (seconded_by is null or seconded_by <> folded_by),
  check ((seconded_at is null) = (seconded_by is null)),
  check ((unfolded_at is null) = (unfolded_how is null)),
  check (reason <> 'false' or length(source) > 0)
);
create unique index fold_once on forum.fold (community_id, post_id) where unfolded_at is null;

create table forum.appeal (
  community_id uuid not null,
  fold_id uuid not null,
  words text not null check (length(words) between 3 and 1000),
  made_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references people.person (id),
  upheld boolean,
  answer text check (length(answer) between 3 and 1000),
  primary key (community_id, fold_id),
  foreign key (community_id, fold_id) references forum.fold (community_id, id),
  check ((answered_at is null) = (upheld is null) and (answered_at is null) = (answer is null))
);

-- A conversation: short statements that people mark with agree, disagree or pass. So far they are brought in from elsewhere:
-- no accounts stand behind their voters, only the numbers of that import.
create table forum.conversation (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  number integer not null,
  title text not null check (length(title) between 3 and 300),
  locale text not null check (locale ~ '^[a-zA-Z-]{2,12}$'),
  started_at timestamptz not null,
  imported_from text not null check (length(imported_from) between 1 and 300),
  imported_at timestamptz not null,
  imported_by uuid references people.person (id),
  voters integer not null default 0 check (voters >= 0),
  marks integer not null default 0 check (marks >= 0),
  -- It shows itself only when it is whole.
  shown_at timestamptz,
  primary key (community_id, id),
  unique (community_id, number)
);

create table forum.statement (
  community_id uuid not null,
  conversation_id uuid not null,
  position integer not null check (position >= 0),
  text text not null check (length(text) between 1 and 4000),
  locale text not null check (locale ~ '^[a-zA-Z-]{2,12}$'),
  agreed integer not null check (agreed >= 0),
  disagreed integer not null check (disagreed >= 0),
  passed integer not null check (passed >= 0),
  -- Taken out by those who moderated it where it was held: kept for the count, not shown.
  out boolean not null,
  primary key (community_id, conversation_id, position),
  foreign key (community_id, conversation_id) references forum.conversation (community_id, id)
);

-- One row a numbered voter of the import: positions of statements and the marks on them as two lists.
create table forum.imported_voter (
  community_id uuid not null,
  conversation_id uuid not null,
  voter integer not null check (voter >= 0),
  positions integer[] not null,
  marks smallint[] not null check (-1 <= all (marks) and 1 >= all (marks)),
  primary key (community_id, conversation_id, voter),
  foreign key (community_id, conversation_id) references forum.conversation (community_id, id),
  check (cardinality(positions) = cardinality(marks))
);

-- Who thinks alike, counted once and kept, so that the page opens at once.
create table forum.picture_of_opinion (
  community_id uuid not null,
  conversation_id uuid not null,
  drawn_at timestamptz not null,
  picture jsonb not null,
  primary key (community_id, conversation_id),
  foreign key (community_id, conversation_id) references forum.conversation (community_id, id)
);
