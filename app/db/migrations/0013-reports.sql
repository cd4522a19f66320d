-- A need may be reported as a post may, and a report that was looked at says what became of it and who looked.
create table needs.report (
  community_id uuid not null,
  need_id uuid not null,
  reported_by uuid not null references people.person (id),
  reason text not null check (reason in ('insult', 'threat', 'private', 'false', 'advert', 'other')),
  words text not null default '' check (length(words) <= 500),
  reported_at timestamptz not null,
  answered_at timestamptz check (answered_at >= reported_at),
  answered_by uuid references people.person (id),
  outcome text check (outcome in ('folded', 'stands')),
  primary key (community_id, need_id, reported_by),
  foreign key (community_id, need_id) references needs.need (community_id, id),
  check (num_nonnulls(answered_at, answered_by, outcome) in (0, 3))
);
create index report_waiting on needs.report (community_id, reported_at) where answered_at is null;

-- Reports answered before this migration do not say by whom.
alter table forum.report
  add column answered_by uuid references people.person (id),
  add column outcome text check (outcome in ('folded', 'stands')),
  add check (num_nonnulls(answered_by, outcome) in (0, 2)),
  add check (outcome is null or answered_at is not null);
