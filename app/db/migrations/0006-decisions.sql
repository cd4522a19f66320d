-- Decisions: the paper, the roll, the box, the outcome. Who took part is kept apart from what was marked.
create schema decisions;

create table decisions.decision (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  number integer not null check (number > 0),
  question text not null check (length(question) between 5 and 300),
  paper text not null default '' check (length(paper) <= 20000),
  -- The language and script it was written in.
  locale text not null,
  secrecy text not null check (secrecy in ('secret', 'named')),
  method text not null
    check (method in ('majority', 'approval', 'score', 'irv', 'schulze', 'consent', 'equal-shares', 'greedy')),
  -- Every choice the method leaves open, as it was when the paper was written.
  method_options jsonb not null default '{}' check (jsonb_typeof(method_options) = 'object'),
  -- What a ballot holds; an imported one may be scores where ours would be approvals.
  ballot_kind text not null check (ballot_kind in ('approval', 'score', 'cumulative', 'ranked', 'consent')),
  -- Exact text of counting: 24186815 or 1/3.
  budget text check (budget ~ '^[0-9]+(/[0-9]+)?$'),
  currency text check (currency ~ '^[A-Z]{3}$'),
  opens_at timestamptz,
  closes_at timestamptz,
  publish_single_ballots boolean not null default false,
  -- harm.md 1: where one of these has an interest, single ballots stay in the box.
  interest text not null default 'none' check (interest in ('none', 'public-body', 'employer', 'funder')),
  interest_organisation_id uuid references communities.organisation (id),
  rests_on text not null default 'nothing-yet'
    check (rests_on in ('community-word', 'signed-agreement', 'citizens-assembly', 'local-council', 'nothing-yet')),
  answerer text check (length(answerer) between 2 and 200),
  answer_by date,
  -- table: every working table that votes weighs the same, whoever comes from it.
  weight text not null default 'person' check (weight in ('person', 'table')),
  -- The table is drawn by this attribute; absent: everyone is one group.
  table_attribute text check (table_attribute in ('gender', 'age', 'settlement', 'disability', 'ethnicity', 'religion', 'own')),
  imported boolean not null default false,
  -- Absent only for a file that the host's command line read.
  drafted_by uuid references people.person (id) check (imported or drafted_by is not null),
  drafted_at timestamptz not null,
  revised_at timestamptz,
  primary key (community_id, id),
  unique (community_id, number),
  unique (community_id, id, weight),
  check (closes_at > opens_at),
  check (not imported or weight = 'person'),
  check (imported or (opens_at is not null and closes_at is not null)),
  check (not publish_single_ballots or interest = 'none'),
  check (interest_organisation_id is null or interest <> 'none'),
  check ((answerer is null) = (answer_by is null)),
  check ((budget is not null) = (method in ('equal-shares', 'greedy')))
);
create index decision_by_closing on decisions.decision (community_id, closes_at desc, id);

create table decisions.option (
  community_id uuid not null,
  decision_id uuid not null,
  -- Its place on the paper, from 1; a tie goes to the lower one.
  position integer not null check (position > 0),
  -- What an imported file calls it; its place as text for our own.
  code text not null check (length(code) between 1 and 100),
  name text not null check (length(name) between 1 and 500),
  about text not null default '' check (length(about) <= 4000),
  -- Yes and no are said in the reader's language.
  standing text check (standing in ('yes', 'no')),
  cost text check (cost ~ '^[0-9]+(/[0-9]+)?$'),
  excludes text,
  -- What the town of an imported file announced.
  announced boolean,
  primary key (community_id, decision_id, position),
  unique (community_id, decision_id, code),
  foreign key (community_id, decision_id) references decisions.decision (community_id, id)
);

create table decisions.decision_need (
  community_id uuid not null,
  decision_id uuid not null,
  need_id uuid not null,
  primary key (community_id, decision_id, need_id),
  foreign key (community_id, decision_id) references decisions.decision (community_id, id)
);
create index decision_of_need on decisions.decision_need (community_id, need_id);

-- Two from different sides, or none (harm.md 4).
create table decisions.teller (
  community_id uuid not null,
  decision_id uuid not null,
  side text not null check (side in ('one', 'other')),
  person_id uuid not null references people.person (id),
  primary key (community_id, decision_id, side),
  unique (community_id, decision_id, person_id),
  foreign key (community_id, decision_id) references decisions.decision (community_id, id)
);

-- The working tables a paper names where tables weigh the same. The organisers' table has no vote.
create table decisions.paper_table (
  community_id uuid not null,
  decision_id uuid not null,
  label text not null check (length(label) between 1 and 100),
  votes boolean not null,
  weight text not null default 'table' check (weight = 'table'),
  primary key (community_id, decision_id, label),
  unique (community_id, decision_id, label, votes),
  foreign key (community_id, decision_id, weight) references decisions.decision (community_id, id, weight)
);

-- Who sits where until the roll is fixed; nobody sits at two tables.
create table decisions.seating (
  community_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null references people.person (id),
  label text not null,
  primary key (community_id, decision_id, person_id),
  foreign key (community_id, decision_id, label) references decisions.paper_table (community_id, decision_id, label)
);

-- Someone who may has called the paper to the table; it opens at its minute. A paper that is changed must be called again.
create table decisions.calling (
  community_id uuid not null,
  decision_id uuid not null,
  called_at timestamptz not null,
  called_by uuid not null references people.person (id),
  primary key (community_id, decision_id),
  foreign key (community_id, decision_id) references decisions.decision (community_id, id)
);

-- The roll as it was fixed, by which rule of which charter, and how many took to make a quorum.
create table decisions.opening (
  community_id uuid not null,
  decision_id uuid not null,
  opened_at timestamptz not null,
  -- Absent: the house itself, at the stated minute.
  opened_by uuid references people.person (id),
  charter_version integer not null,
  vote_by jsonb not null check (jsonb_array_length(vote_by) > 0),
  on_roll integer not null check (on_roll > 0),
  quorum_percent integer not null check (quorum_percent between 0 and 100),
  quorum_least integer not null check (quorum_least between 0 and on_roll),
  weight text not null default 'person',
  primary key (community_id, decision_id),
  unique (community_id, decision_id, weight),
  foreign key (community_id, decision_id, weight) references decisions.decision (community_id, id, weight)
);

create table decisions.roll (
  community_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null references people.person (id),
  belonging text not null check (belonging in ('lives-here', 'from-here', 'land')),
  confirmed text not null check (confirmed in ('card', 'vouched', 'founder')),
  weight text not null default 'person',
  -- The one working table the person votes from, where tables weigh the same.
  table_label text,
  table_votes boolean not null default true check (table_votes),
  primary key (community_id, decision_id, person_id),
  check ((weight = 'table') = (table_label is not null)),
  foreign key (community_id, decision_id, weight) references decisions.opening (community_id, decision_id, weight),
  foreign key (community_id, decision_id, table_label, table_votes)
    references decisions.paper_table (community_id, decision_id, label, votes)
);

create table decisions.roll_objection (
  community_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  said_by uuid not null references people.person (id),
  said_at timestamptz not null,
  -- Whom it is about; absent: someone who is missing, or the roll as a whole.
  about_id uuid references people.person (id),
  words text not null check (length(words) between 3 and 1000),
  primary key (community_id, id),
  foreign key (community_id, decision_id) references decisions.opening (community_id, decision_id)
);
create index roll_objection_of on decisions.roll_objection (community_id, decision_id);

create table decisions.roll_answer (
  community_id uuid not null,
  objection_id uuid not null,
  answered_by uuid not null references people.person (id),
  answered_at timestamptz not null,
  words text not null check (length(words) between 3 and 1000),
  primary key (community_id, objection_id),
  foreign key (community_id, objection_id) references decisions.roll_objection (community_id, id)
);

-- Once: a second row is refused by the key.
create table decisions.extension (
  community_id uuid not null,
  decision_id uuid not null,
  extended_at timestamptz not null,
  extended_by uuid not null references people.person (id),
  why text not null check (length(why) between 3 and 1000),
  earlier_closes_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > earlier_closes_at),
  primary key (community_id, decision_id),
  check (extended_at < earlier_closes_at),
  foreign key (community_id, decision_id) references decisions.opening (community_id, decision_id)
);

create table decisions.withdrawal (
  community_id uuid not null,
  decision_id uuid not null,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null references people.person (id),
  why text not null check (length(why) between 3 and 1000),
  swept_at timestamptz check (swept_at >= withdrawn_at),
  primary key (community_id, decision_id),
  foreign key (community_id, decision_id) references decisions.decision (community_id, id)
);

-- Stands only while the decision is open: every linked ballot hangs on it, so closing cannot leave one behind
-- and nothing can be put in afterwards.
create table decisions.open_box (
  community_id uuid not null,
  decision_id uuid not null,
  closes_at timestamptz not null,
  primary key (community_id, decision_id),
  unique (community_id, decision_id, closes_at),
  foreign key (community_id, decision_id) references decisions.opening (community_id, decision_id)
);

create table decisions.ballot (
  community_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  closes_at timestamptz not null,
  cast_at timestamptz not null,
  receipt text not null check (length(receipt) between 12 and 40),
  marks jsonb not null check (jsonb_typeof(marks) = 'array'),
  reason text not null default '' check (length(reason) <= 1000),
  primary key (community_id, decision_id, person_id),
  check (cast_at < closes_at),
  foreign key (community_id, decision_id, closes_at)
    references decisions.open_box (community_id, decision_id, closes_at) on update cascade,
  foreign key (community_id, decision_id, person_id) references decisions.roll (community_id, decision_id, person_id)
);

create table decisions.participation (
  community_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  primary key (community_id, decision_id, person_id),
  foreign key (community_id, decision_id, person_id) references decisions.roll (community_id, decision_id, person_id)
);

create table decisions.closure (
  community_id uuid not null,
  decision_id uuid not null,
  closed_at timestamptz not null,
  closed_by uuid references people.person (id),
  ballots integer not null check (ballots >= 0),
  -- When the linked rows were vacuumed away.
  swept_at timestamptz check (swept_at >= closed_at),
  primary key (community_id, decision_id),
  foreign key (community_id, decision_id) references decisions.opening (community_id, decision_id)
);
create index closure_unswept on decisions.closure (community_id) where swept_at is null;

-- Tables from which ballots came, and as which they are counted: in secret, one with too few goes together with another.
create table decisions.counted_table (
  community_id uuid not null,
  decision_id uuid not null,
  label text not null,
  counted_as text not null,
  primary key (community_id, decision_id, label),
  foreign key (community_id, decision_id) references decisions.closure (community_id, decision_id),
  foreign key (community_id, decision_id, label) references decisions.paper_table (community_id, decision_id, label),
  foreign key (community_id, decision_id, counted_as)
    references decisions.counted_table (community_id, decision_id, label)
);

-- Random ids (version 4), put in by the order of the ids, no times: nothing here leads back to a person.
create table decisions.sealed_ballot (
  community_id uuid not null,
  decision_id uuid not null,
  id uuid not null check (substr(id::text, 15, 1) = '4'),
  marks jsonb not null check (jsonb_typeof(marks) = 'array'),
  reason text not null default '',
  weight text not null default 'person',
  -- As which table it is counted; nothing finer is kept.
  table_label text,
  primary key (community_id, decision_id, id),
  check ((weight = 'table') = (table_label is not null)),
  foreign key (community_id, decision_id) references decisions.closure (community_id, decision_id),
  foreign key (community_id, decision_id, weight) references decisions.opening (community_id, decision_id, weight),
  foreign key (community_id, decision_id, table_label)
    references decisions.counted_table (community_id, decision_id, label)
);

-- A named decision says who marked what, after closing.
create table decisions.named_ballot (
  community_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  marks jsonb not null check (jsonb_typeof(marks) = 'array'),
  reason text not null default '',
  primary key (community_id, decision_id, person_id),
  foreign key (community_id, decision_id) references decisions.closure (community_id, decision_id),
  foreign key (community_id, decision_id, person_id) references decisions.roll (community_id, decision_id, person_id)
);

-- A code for every ballot in the box; what it says is not written anywhere beside it.
create table decisions.receipt (
  community_id uuid not null,
  decision_id uuid not null,
  code text not null check (length(code) between 12 and 40),
  primary key (community_id, decision_id, code),
  foreign key (community_id, decision_id) references decisions.closure (community_id, decision_id)
);

create table decisions.outcome (
  community_id uuid not null,
  decision_id uuid not null,
  version integer not null check (version > 0),
  computed_at timestamptz not null,
  counted jsonb not null,
  facts jsonb not null,
  primary key (community_id, decision_id, version),
  foreign key (community_id, decision_id) references decisions.decision (community_id, id)
);

create table decisions.answer (
  community_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  answered_at timestamptz not null,
  answered_by uuid not null references people.person (id),
  acting_for_id uuid references communities.organisation (id),
  verdict text not null check (verdict in ('accepted', 'partly', 'declined')),
  words text not null check (length(words) between 3 and 5000),
  primary key (community_id, id),
  foreign key (community_id, decision_id) references decisions.decision (community_id, id)
);
create index answer_of on decisions.answer (community_id, decision_id, id);

-- The table as it was last drawn while the decision is open; never two pictures of one day, never for fewer than five more.
create table decisions.table_picture (
  community_id uuid not null,
  decision_id uuid not null,
  drawn_on date not null,
  took_part integer not null check (took_part >= 5),
  groups jsonb not null check (jsonb_typeof(groups) = 'array'),
  primary key (community_id, decision_id, drawn_on),
  foreign key (community_id, decision_id) references decisions.opening (community_id, decision_id)
);

-- One reading of a file. Its ballots lie here unseen until finished_at is written together with the decision itself.
create table decisions.import (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  started_at timestamptz not null,
  finished_at timestamptz check (finished_at >= started_at),
  voters integer check (voters >= 0),
  notes jsonb not null default '[]',
  primary key (community_id, id),
  check ((finished_at is null) = (voters is null))
);

-- Numbered voters of an import: equal ballots stand once with how often they were cast, a thousand to a part.
create table decisions.imported_part (
  community_id uuid not null,
  import_id uuid not null,
  part integer not null check (part >= 0),
  rows integer not null check (rows between 1 and 1000),
  bytes bytea not null,
  primary key (community_id, import_id, part),
  foreign key (community_id, import_id) references decisions.import (community_id, id)
);
