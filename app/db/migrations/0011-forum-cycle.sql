-- The community forum: a cycle of sessions on one theme, with working tables that weigh the same.
alter table gatherings.gathering add unique (community_id, id, kind);

create table gatherings.cycle (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  number integer not null check (number > 0),
  theme text not null check (length(theme) between 3 and 200),
  about text not null default '' check (length(about) <= 8000),
  -- The language and script it was written in.
  locale text not null,
  sessions_planned integer not null check (sessions_planned between 1 and 20),
  opened_by uuid not null references people.person (id),
  acting_for_id uuid references communities.organisation (id),
  opened_at timestamptz not null,
  revised_at timestamptz check (revised_at >= opened_at),
  primary key (community_id, id),
  unique (community_id, number)
);

-- Who calls together with the community in whose house it stands.
create table gatherings.cycle_host (
  community_id uuid not null,
  cycle_id uuid not null,
  position integer not null check (position > 0),
  organisation_id uuid references communities.organisation (id),
  host_community_id uuid references communities.community (id),
  primary key (community_id, cycle_id, position),
  unique (community_id, cycle_id, organisation_id),
  unique (community_id, cycle_id, host_community_id),
  check ((organisation_id is null) <> (host_community_id is null)),
  foreign key (community_id, cycle_id) references gatherings.cycle (community_id, id)
);

-- Money secured before people sat down. In public only as a sum by tier, unless who receives it agreed to the name (harm.md 7).
create table gatherings.cycle_money (
  community_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  organisation_id uuid not null references communities.organisation (id),
  amount numeric(14, 2) not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  entered_by uuid not null references people.person (id),
  entered_at timestamptz not null,
  named_at timestamptz check (named_at >= entered_at),
  primary key (community_id, id),
  foreign key (community_id, cycle_id) references gatherings.cycle (community_id, id)
);
create index cycle_money_of on gatherings.cycle_money (community_id, cycle_id);

-- Its sessions in order; each is a gathering of that kind and belongs to one cycle.
create table gatherings.cycle_session (
  community_id uuid not null,
  cycle_id uuid not null,
  position integer not null check (position between 1 and 20),
  gathering_id uuid not null,
  kind text not null default 'forum-session' check (kind = 'forum-session'),
  primary key (community_id, cycle_id, position),
  unique (community_id, gathering_id),
  foreign key (community_id, cycle_id) references gatherings.cycle (community_id, id),
  foreign key (community_id, gathering_id, kind) references gatherings.gathering (community_id, id, kind)
);

-- At most ten tables vote, one of them free, one the public body's; the organisers' table stands at place 0 and has no vote.
create table gatherings.working_table (
  community_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  position integer not null check (position between 0 and 10),
  -- Talk about it in the forum bears this number.
  number integer not null check (number > 0),
  kind text not null check (kind in ('interest', 'free', 'public-body', 'organisers')),
  name text not null check (length(name) between 2 and 80),
  about text not null default '' check (length(about) <= 2000),
  organisation_id uuid references communities.organisation (id),
  set_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, cycle_id, id),
  unique (community_id, cycle_id, position),
  unique (community_id, cycle_id, name),
  unique (community_id, number),
  check ((kind = 'organisers') = (position = 0)),
  check ((kind = 'public-body') = (organisation_id is not null)),
  foreign key (community_id, cycle_id) references gatherings.cycle (community_id, id)
);
create unique index one_free_table on gatherings.working_table (community_id, cycle_id) where kind = 'free';
create unique index one_table_of_a_body on gatherings.working_table (community_id, cycle_id) where kind = 'public-body';

-- One person at one table.
create table gatherings.table_seat (
  community_id uuid not null,
  cycle_id uuid not null,
  person_id uuid not null references people.person (id),
  table_id uuid not null,
  since timestamptz not null,
  -- Who entered it, when somebody did it for them.
  entered_by uuid references people.person (id) check (entered_by <> person_id),
  primary key (community_id, cycle_id, person_id),
  foreign key (community_id, cycle_id, table_id) references gatherings.working_table (community_id, cycle_id, id)
);
create index table_seat_of on gatherings.table_seat (community_id, table_id);

create table gatherings.table_moderator (
  community_id uuid not null,
  table_id uuid not null,
  person_id uuid not null references people.person (id),
  named_by uuid not null references people.person (id),
  named_at timestamptz not null,
  ended_at timestamptz check (ended_at >= named_at),
  primary key (community_id, table_id, person_id, named_at),
  foreign key (community_id, table_id) references gatherings.working_table (community_id, id)
);
create unique index moderates_now on gatherings.table_moderator (community_id, table_id, person_id) where ended_at is null;

-- What experts brought: who, on what, when, in words.
create table gatherings.expert_input (
  community_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  -- Absent: for every table.
  table_id uuid,
  who text not null check (length(who) between 2 and 200),
  subject text not null check (length(subject) between 2 and 200),
  text text not null default '' check (length(text) <= 8000),
  locale text not null,
  given_on date not null,
  entered_by uuid not null references people.person (id),
  entered_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, cycle_id) references gatherings.cycle (community_id, id),
  foreign key (community_id, cycle_id, table_id) references gatherings.working_table (community_id, cycle_id, id)
);
create index expert_input_of on gatherings.expert_input (community_id, cycle_id, given_on);

create table gatherings.idea (
  community_id uuid not null,
  id uuid not null,
  table_id uuid not null,
  text text not null check (length(text) between 3 and 2000),
  locale text not null,
  -- Absent: who said it chose not to be named, or a moderator wrote down what was said at the table.
  said_by uuid references people.person (id),
  entered_by uuid references people.person (id),
  said_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, table_id) references gatherings.working_table (community_id, id)
);
create index idea_of on gatherings.idea (community_id, table_id, id);

create table gatherings.recommendation (
  community_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  table_id uuid not null,
  position integer not null check (position > 0),
  title text not null check (length(title) between 3 and 200),
  text text not null default '' check (length(text) <= 4000),
  locale text not null,
  cost numeric(14, 2) check (cost > 0),
  written_by uuid not null references people.person (id),
  written_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, cycle_id, id),
  unique (community_id, cycle_id, position),
  unique (community_id, cycle_id, title),
  foreign key (community_id, cycle_id, table_id) references gatherings.working_table (community_id, cycle_id, id)
);
create index recommendation_of on gatherings.recommendation (community_id, table_id);

-- What became of it, in records: the latest is how it stands.
create table gatherings.recommendation_record (
  community_id uuid not null,
  id uuid not null,
  recommendation_id uuid not null,
  state text not null check (state in ('not-answered', 'taken-up', 'done', 'refused')),
  -- Who took it up.
  by_whom text not null default '' check (length(by_whom) <= 200),
  words text not null default '' check (length(words) <= 2000),
  noted_by uuid not null references people.person (id),
  acting_for_id uuid references communities.organisation (id),
  noted_at timestamptz not null,
  primary key (community_id, id),
  check (state <> 'taken-up' or length(by_whom) >= 2),
  check (state <> 'refused' or length(words) >= 3),
  foreign key (community_id, recommendation_id) references gatherings.recommendation (community_id, id)
);
create index recommendation_record_of on gatherings.recommendation_record (community_id, recommendation_id, id);

-- People of a table who work on something between two sessions.
create table gatherings.working_group (
  community_id uuid not null,
  id uuid not null,
  table_id uuid not null,
  task text not null check (length(task) between 3 and 1000),
  locale text not null,
  due_on date not null,
  formed_by uuid not null references people.person (id),
  formed_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, table_id) references gatherings.working_table (community_id, id)
);
create index working_group_of on gatherings.working_group (community_id, table_id, due_on);

create table gatherings.working_group_member (
  community_id uuid not null,
  group_id uuid not null,
  person_id uuid not null references people.person (id),
  primary key (community_id, group_id, person_id),
  foreign key (community_id, group_id) references gatherings.working_group (community_id, id)
);

-- What a group brought back to its table.
create table gatherings.working_group_report (
  community_id uuid not null,
  group_id uuid not null,
  words text not null check (length(words) between 3 and 4000),
  brought_by uuid not null references people.person (id),
  brought_at timestamptz not null,
  primary key (community_id, group_id),
  foreign key (community_id, group_id) references gatherings.working_group (community_id, id)
);

-- Who ought to sit there: a share of one group, or a group spread over so many tables.
create table gatherings.composition_rule (
  community_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  kind text not null check (kind in ('share', 'spread')),
  attribute text not null
    check (attribute in ('gender', 'age', 'settlement', 'disability', 'ethnicity', 'religion', 'own')),
  group_name text not null check (length(group_name) between 1 and 60),
  -- Percent of those seated, or tables.
  least integer not null check (least between 1 and 100),
  set_by uuid not null references people.person (id),
  set_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, cycle_id, kind, attribute, group_name),
  check (kind <> 'spread' or least between 2 and 10),
  foreign key (community_id, cycle_id) references gatherings.cycle (community_id, id)
);

-- How the rules stood when they were last looked at: never more often than daily and only when five more had sat down (harm.md 2).
create table gatherings.composition_picture (
  community_id uuid not null,
  cycle_id uuid not null,
  drawn_on date not null,
  seated integer not null check (seated >= 5),
  primary key (community_id, cycle_id, drawn_on),
  foreign key (community_id, cycle_id) references gatherings.cycle (community_id, id)
);

-- Met, not met or not known: nothing else is kept of it.
create table gatherings.composition_finding (
  community_id uuid not null,
  cycle_id uuid not null,
  drawn_on date not null,
  rule_id uuid not null,
  finding text not null check (finding in ('met', 'not-met', 'not-known')),
  primary key (community_id, cycle_id, drawn_on, rule_id),
  foreign key (community_id, cycle_id, drawn_on)
    references gatherings.composition_picture (community_id, cycle_id, drawn_on),
  foreign key (community_id, rule_id) references gatherings.composition_rule (community_id, id)
);

-- A choice among recommendations in which every table weighs the same. The decision stands in its own room.
create table gatherings.cycle_choice (
  community_id uuid not null,
  decision_id uuid not null,
  decision_number integer not null check (decision_number > 0),
  cycle_id uuid not null,
  called_by uuid not null references people.person (id),
  called_at timestamptz not null,
  primary key (community_id, decision_id),
  unique (community_id, cycle_id, decision_id),
  foreign key (community_id, cycle_id) references gatherings.cycle (community_id, id)
);
create index cycle_choice_of on gatherings.cycle_choice (community_id, cycle_id);

create table gatherings.choice_recommendation (
  community_id uuid not null,
  decision_id uuid not null,
  cycle_id uuid not null,
  recommendation_id uuid not null,
  primary key (community_id, decision_id, recommendation_id),
  foreign key (community_id, cycle_id, decision_id)
    references gatherings.cycle_choice (community_id, cycle_id, decision_id),
  foreign key (community_id, cycle_id, recommendation_id)
    references gatherings.recommendation (community_id, cycle_id, id)
);
