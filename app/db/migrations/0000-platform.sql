-- The platform: no civic words. Its migration table is made by the migrator itself.
create schema if not exists platform;
create table platform.setting (
  key text primary key,
  value text not null,
  set_at timestamptz not null
);

create table platform.announcement (
  community_id uuid not null,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  facts jsonb not null,
  announced_at timestamptz not null,
  heard_at timestamptz,
  primary key (community_id, id)
);
create index announcement_waiting on platform.announcement (community_id, id) where heard_at is null;

create table platform.hearing (
  community_id uuid not null,
  announcement_id uuid not null,
  listener text not null,
  heard_at timestamptz not null,
  primary key (community_id, announcement_id, listener)
);

create table platform.done_once (
  owner_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  action text not null,
  result jsonb,
  done_at timestamptz not null,
  primary key (owner_id, key)
);

create table platform.limit_hit (
  key text not null,
  window_starts_at timestamptz not null,
  hits integer not null check (hits > 0),
  primary key (key, window_starts_at)
);

-- One table for search: each room writes its own rows in the same transaction.
-- plain is transliterated to Latin, without diacritics, lower case.
create table platform.search_entry (
  community_id uuid not null,
  kind text not null,
  id uuid not null,
  number integer,
  audience text not null check (audience in ('public', 'members')),
  title text not null,
  -- The language and script it was written in, the first words as they were written, and where it is read, below the
  -- community's address (null: by kind and number).
  locale text,
  opening text not null default '' check (length(opening) <= 200),
  path text,
  plain text not null,
  changed_at timestamptz not null,
  primary key (community_id, kind, id)
);
create extension if not exists pg_trgm;
create index search_entry_plain on platform.search_entry using gin (plain gin_trgm_ops);

create table platform.file (
  community_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bytea not null check (octet_length(bytes) <= 2097152),
  width integer,
  height integer,
  stored_at timestamptz not null,
  primary key (community_id, hash)
);

-- A checked list that waits for its yes between two pages; forgotten after a day.
create table platform.held_import (
  community_id uuid not null,
  id uuid not null,
  kind text not null,
  held_for uuid not null,
  source text not null,
  preview jsonb not null,
  held_at timestamptz not null,
  primary key (community_id, id)
);
