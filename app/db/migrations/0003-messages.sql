-- What people are told: notices as data, reminders with a due time, mail and the weekly digest.
create schema messages;

-- A notice is a kind, facts and a place to go; its sentence is made when it is read, in the reader's language.
create table messages.notice (
  person_id uuid not null references people.person (id),
  id uuid not null,
  community_id uuid references communities.community (id),
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  href text not null check (href ~ '^/([^/\\]|$)'),
  -- What it is about: two unread notices of one kind about one thing are one.
  about text not null,
  told_at timestamptz not null,
  read_at timestamptz check (read_at >= told_at),
  -- By mail as soon as possible; null waits for the weekly digest.
  mail_due_at timestamptz,
  primary key (person_id, id)
);
create unique index notice_unread_once on messages.notice (person_id, kind, about) where read_at is null;
create index notice_mail_due on messages.notice (mail_due_at) where mail_due_at is not null;

-- What became of a mail, and that it went out once.
create table messages.delivery (
  person_id uuid not null,
  notice_id uuid not null,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  trouble text,
  primary key (person_id, notice_id),
  foreign key (person_id, notice_id) references messages.notice (person_id, id) on delete cascade
);

create table messages.reminder (
  person_id uuid not null references people.person (id),
  id uuid not null,
  community_id uuid references communities.community (id),
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  href text not null check (href ~ '^/([^/\\]|$)'),
  about text not null,
  due_at timestamptz not null,
  reminded_at timestamptz,
  called_off_at timestamptz,
  primary key (person_id, id),
  check (reminded_at is null or called_off_at is null)
);
create index reminder_due on messages.reminder (due_at) where reminded_at is null and called_off_at is null;

-- How a person wishes to be told. No row: notices on the page, and the weekly digest by email where there is one.
create table messages.preference (
  person_id uuid primary key references people.person (id),
  mail text not null check (mail in ('each', 'weekly', 'none')),
  -- Opens the one-click way out of mail; says nothing else.
  way_out text not null check (length(way_out) >= 24),
  changed_at timestamptz not null
);

create table messages.digest (
  person_id uuid not null references people.person (id),
  id uuid not null,
  covers_until timestamptz not null,
  items integer not null check (items > 0),
  sent_at timestamptz,
  trouble text,
  primary key (person_id, id)
);
