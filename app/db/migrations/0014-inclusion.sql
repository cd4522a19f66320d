-- Whose voice is missing: the groups a paper adds to those the charter names, what is measured at closing, and how a whole
-- group was invited while a vote goes on.

-- Besides the groups of the charter: whose turnout is looked at here, and which of its subjects this paper is about.
create table decisions.paper_group (
  community_id uuid not null,
  decision_id uuid not null,
  rule text not null check (rule in ('turnout', 'approval')),
  attribute text not null
    check (attribute in ('gender', 'age', 'settlement', 'disability', 'ethnicity', 'religion', 'own')),
  group_name text not null check (length(group_name) between 1 and 60),
  -- The charter's word for what touches the group.
  subject text check (length(subject) between 2 and 80),
  primary key (community_id, decision_id, rule, attribute, group_name),
  check ((rule = 'approval') = (subject is not null)),
  foreign key (community_id, decision_id) references decisions.decision (community_id, id)
);

-- The house itself moves the end once, at the closing minute, when a group is missing; a person does so before it, and says why.
alter table decisions.extension
  add column missed jsonb check (jsonb_typeof(missed) = 'array' and jsonb_array_length(missed) > 0),
  alter column extended_by drop not null,
  alter column why drop not null,
  drop constraint extension_check1,
  add constraint extension_by_person check (extended_by is null or (why is not null and extended_at < earlier_closes_at)),
  add constraint extension_by_house check ((extended_by is null) = (missed is not null)),
  add constraint extension_house_after_minute check (extended_by is not null or extended_at >= earlier_closes_at);

-- What was done so that a missing group hears of it: addressed to the whole group, never a list of who is missing.
create table decisions.outreach (
  community_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  attribute text not null
    check (attribute in ('gender', 'age', 'settlement', 'disability', 'ethnicity', 'religion', 'own')),
  group_name text not null check (length(group_name) between 1 and 60),
  words text not null check (length(words) between 3 and 1000),
  noted_by uuid not null references people.person (id),
  noted_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, decision_id) references decisions.extension (community_id, decision_id)
);
create index outreach_of on decisions.outreach (community_id, decision_id, id);

-- Approval inside a group that the subject touches: sums by option, taken while the box is being sealed and thrown away when
-- it is counted, so that no ballot ever carries a mark of the group. Never for fewer than eleven.
create table decisions.touched_sum (
  community_id uuid not null,
  decision_id uuid not null,
  attribute text not null,
  group_name text not null,
  ballots integer not null check (ballots >= 11),
  approving jsonb not null check (jsonb_typeof(approving) = 'array'),
  primary key (community_id, decision_id, attribute, group_name),
  foreign key (community_id, decision_id) references decisions.closure (community_id, decision_id)
);
