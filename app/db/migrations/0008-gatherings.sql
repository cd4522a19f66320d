-- Gatherings: one anatomy for four kinds. Who called whom to the table, where, when, and what is on it.
create schema gatherings;

create table gatherings.gathering (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('assembly', 'forum-session', 'training', 'thematic-event')),
  theme text not null check (length(theme) between 3 and 200),
  about text not null default '' check (length(about) <= 8000),
  -- The language and script it was written in.
  locale text not null,
  place text not null default '' check (length(place) <= 200),
  -- Where it is held elsewhere than in a room.
  link text check (link ~ '^https://' and length(link) <= 500),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Places; absent: there is room for everyone.
  places integer check (places between 1 and 100000),
  registration_until timestamptz,
  audience text not null default 'public' check (audience in ('public', 'members')),
  called_by uuid not null references people.person (id),
  acting_for_id uuid references communities.organisation (id),
  called_at timestamptz not null,
  revised_at timestamptz,
  primary key (community_id, id),
  unique (community_id, number),
  check (ends_at > starts_at),
  check (place <> '' or link is not null),
  check (registration_until is null or registration_until <= ends_at)
);
create index gathering_by_start on gatherings.gathering (community_id, starts_at, id);

-- Who hosts it beside the community in whose house it stands: other communities and organisations.
create table gatherings.host (
  community_id uuid not null,
  gathering_id uuid not null,
  position integer not null check (position > 0),
  organisation_id uuid references communities.organisation (id),
  host_community_id uuid references communities.community (id),
  primary key (community_id, gathering_id, position),
  unique (community_id, gathering_id, organisation_id),
  unique (community_id, gathering_id, host_community_id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check ((organisation_id is null) <> (host_community_id is null))
);

create table gatherings.agenda_item (
  community_id uuid not null,
  gathering_id uuid not null,
  position integer not null check (position > 0),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 1 and 1440),
  title text not null check (length(title) between 1 and 300),
  about text not null default '' check (length(about) <= 4000),
  -- Who leads it, as written in the programme.
  led_by text not null default '' check (length(led_by) <= 200),
  primary key (community_id, gathering_id, position),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);

-- Roles of this one gathering, apart from those of the community.
create table gatherings.role (
  community_id uuid not null,
  gathering_id uuid not null,
  person_id uuid not null references people.person (id),
  role text not null check (role in ('chair', 'moderator', 'rapporteur', 'interpreter')),
  given_by uuid not null references people.person (id),
  given_at timestamptz not null,
  ended_at timestamptz check (ended_at >= given_at),
  primary key (community_id, gathering_id, person_id, role),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);

create table gatherings.calling_off (
  community_id uuid not null,
  gathering_id uuid not null,
  called_off_by uuid not null references people.person (id),
  called_off_at timestamptz not null,
  why text not null check (length(why) between 3 and 1000),
  primary key (community_id, gathering_id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);
