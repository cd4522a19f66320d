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
  primary key (community_id, gathering_id, person_id, role, given_at),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);

create unique index role_held on gatherings.role (community_id, gathering_id, person_id, role) where ended_at is null;

-- What was called before it was changed; their number is the SEQUENCE of the calendar file.
create table gatherings.revision (
  community_id uuid not null,
  gathering_id uuid not null,
  version integer not null check (version > 0),
  revised_by uuid not null references people.person (id),
  revised_at timestamptz not null,
  earlier_theme text not null,
  earlier_place text not null,
  earlier_link text,
  earlier_starts_at timestamptz not null,
  earlier_ends_at timestamptz not null,
  primary key (community_id, gathering_id, version),
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

-- Coming: whom one called, who says they come, who waits for a place.

-- One calling of several people: everyone with a role here, an organisation, or somebody without an address by paper.
create table gatherings.invitation (
  community_id uuid not null,
  id uuid not null,
  gathering_id uuid not null,
  kind text not null check (kind in ('role', 'organisation', 'paper')),
  role text check (role in ('member', 'facilitator', 'steward', 'teller', 'official', 'observer')),
  organisation_id uuid references communities.organisation (id),
  -- Whom the paper is for; forgotten 30 days after the gathering.
  name text check (length(name) between 1 and 200),
  invited_by uuid not null references people.person (id),
  invited_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check ((role is not null) = (kind = 'role')),
  check ((organisation_id is not null) = (kind = 'organisation')),
  check (name is null or kind = 'paper')
);
create index invitation_of_gathering on gatherings.invitation (community_id, gathering_id, id);
create unique index invitation_of_organisation on gatherings.invitation (community_id, gathering_id, organisation_id)
  where organisation_id is not null;

-- Who has had the message of a gathering: one row, so nobody is ever called twice.
create table gatherings.invitee (
  community_id uuid not null,
  gathering_id uuid not null,
  person_id uuid not null references people.person (id),
  invitation_id uuid not null,
  told_at timestamptz not null,
  primary key (community_id, gathering_id, person_id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  foreign key (community_id, invitation_id) references gatherings.invitation (community_id, id)
);

create table gatherings.registration (
  community_id uuid not null,
  id uuid not null,
  gathering_id uuid not null,
  person_id uuid references people.person (id),
  -- Somebody without an account, entered by another.
  name text check (length(name) between 1 and 200),
  channel text not null check (channel in ('web', 'in-person', 'phone', 'sms', 'paper')),
  entered_by uuid not null references people.person (id),
  registered_at timestamptz not null,
  -- Absent: waits for a place.
  seat integer check (seat > 0),
  seated_at timestamptz check (seated_at >= registered_at),
  withdrawn_at timestamptz check (withdrawn_at >= registered_at),
  withdrawn_by uuid references people.person (id),
  -- When the name of somebody without an account was taken out.
  forgotten_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check ((seat is null) = (seated_at is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((person_id is not null and name is null) or (person_id is null and name is not null) or
    (person_id is null and forgotten_at is not null))
);
-- A place is one person's, and a person stands once on the list, whoever is faster.
create unique index registration_seat on gatherings.registration (community_id, gathering_id, seat)
  where seat is not null and withdrawn_at is null;
create unique index registration_person on gatherings.registration (community_id, gathering_id, person_id)
  where person_id is not null and withdrawn_at is null;
create index registration_in_order on gatherings.registration (community_id, gathering_id, registered_at, id);

-- What somebody needs in order to come. Seen by the desk and by themselves, gone 30 days after the gathering.
create table gatherings.registration_wish (
  community_id uuid not null,
  registration_id uuid not null,
  language text not null default '' check (length(language) <= 200),
  access text not null default '' check (length(access) <= 1000),
  children integer not null default 0 check (children between 0 and 20),
  travel text not null default '' check (length(travel) <= 1000),
  primary key (community_id, registration_id),
  foreign key (community_id, registration_id) references gatherings.registration (community_id, id),
  check (language <> '' or access <> '' or children > 0 or travel <> '')
);

-- The hall: who was there, who spoke for how long, hands, minutes. Devices without a network send late, in order.

-- What a device sent, once; what was refused is not kept and may be sent again. Of speaking time it keeps neither group nor minute: only totals stand.
create table gatherings.hall_entry (
  community_id uuid not null,
  gathering_id uuid not null,
  device_id uuid not null,
  key uuid not null,
  kind text not null check (kind in ('attendance', 'count', 'speaking', 'hands', 'minutes')),
  subject text not null check (length(subject) between 1 and 500),
  value jsonb,
  happened_at timestamptz,
  arrived_at timestamptz not null,
  entered_by uuid not null references people.person (id),
  answer text not null check (answer in ('done', 'conflict')),
  primary key (community_id, gathering_id, device_id, key),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check (happened_at <= arrived_at),
  check (kind <> 'speaking' or (value is null and happened_at is null and subject = 'speaking'))
);

-- Two devices recorded the same thing otherwise: what stands, what arrived, and who settled it how.
create table gatherings.hall_conflict (
  community_id uuid not null,
  id uuid not null,
  gathering_id uuid not null,
  device_id uuid not null,
  kind text not null check (kind in ('attendance', 'count', 'speaking', 'hands', 'minutes')),
  subject text not null check (length(subject) between 1 and 500),
  base jsonb,
  standing jsonb not null,
  -- Absent: not there after all.
  arrived jsonb check (arrived is not null or kind = 'attendance'),
  happened_at timestamptz not null,
  arrived_at timestamptz not null check (arrived_at >= happened_at),
  entered_by uuid not null references people.person (id),
  settled_at timestamptz check (settled_at >= arrived_at),
  settled_by uuid references people.person (id),
  settled_as text check (settled_as in ('standing', 'arrived', 'both', 'other')),
  primary key (community_id, id),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check (settled_as <> 'both' or kind = 'speaking'),
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_as is null)),
  check (standing is distinct from arrived)
);
create unique index hall_conflict_open on gatherings.hall_conflict (community_id, gathering_id, subject, device_id)
  where settled_at is null;

create table gatherings.attendance (
  community_id uuid not null,
  id uuid not null,
  gathering_id uuid not null,
  person_id uuid references people.person (id),
  registration_id uuid,
  name text check (length(name) between 1 and 200),
  -- The name as it is compared.
  plain_name text check (length(plain_name) between 1 and 200),
  present_at timestamptz not null,
  device_id uuid not null,
  arrived_at timestamptz not null check (arrived_at >= present_at),
  recorded_by uuid not null references people.person (id),
  primary key (community_id, id),
  unique (community_id, gathering_id, person_id),
  unique (community_id, gathering_id, registration_id),
  unique (community_id, gathering_id, plain_name),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  foreign key (community_id, registration_id) references gatherings.registration (community_id, id),
  check (num_nonnulls(person_id, registration_id, name) = 1),
  check ((name is null) = (plain_name is null))
);

-- Only sums: how many said of themselves that they are of a group; both empty: everyone in the hall.
create table gatherings.attendance_count (
  community_id uuid not null,
  gathering_id uuid not null,
  attribute text not null,
  group_name text not null,
  count integer not null check (count between 0 and 100000),
  -- Whose word stands: a device goes on from its own.
  device_id uuid not null,
  happened_at timestamptz not null,
  arrived_at timestamptz not null check (arrived_at >= happened_at),
  recorded_by uuid not null references people.person (id),
  primary key (community_id, gathering_id, attribute, group_name),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id),
  check ((attribute = '') = (group_name = ''))
);

-- The chair said aloud that speaking time is counted by this attribute and that anyone may decline.
create table gatherings.speaking_announcement (
  community_id uuid not null,
  gathering_id uuid not null,
  attribute text not null check (attribute in ('gender', 'age', 'settlement', 'own')),
  announced_by uuid not null references people.person (id),
  announced_at timestamptz not null,
  stopped_by uuid references people.person (id),
  stopped_at timestamptz check (stopped_at >= announced_at),
  primary key (community_id, gathering_id),
  check ((stopped_at is null) = (stopped_by is null)),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);

-- Totals and nothing else; an empty group: those who declined to be counted by one.
create table gatherings.speaking_total (
  community_id uuid not null,
  gathering_id uuid not null,
  group_name text not null,
  seconds integer not null check (seconds between 0 and 360000),
  turns integer not null check (turns between 0 and 10000),
  speakers integer not null check (speakers >= 0),
  device_id uuid not null,
  primary key (community_id, gathering_id, group_name),
  foreign key (community_id, gathering_id) references gatherings.speaking_announcement (community_id, gathering_id),
  check (speakers <= turns),
  check (seconds = 0 or turns > 0)
);

create table gatherings.hand_question (
  community_id uuid not null,
  gathering_id uuid not null,
  position integer not null check (position > 0),
  question text not null check (length(question) between 3 and 300),
  -- The question as it is compared.
  plain text not null check (length(plain) between 1 and 300),
  asked_at timestamptz not null,
  primary key (community_id, gathering_id, position),
  unique (community_id, gathering_id, plain),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);

-- A show of hands is not secret: sums in the whole hall (both empty) or by self-declared group.
create table gatherings.hand_count (
  community_id uuid not null,
  gathering_id uuid not null,
  position integer not null,
  attribute text not null,
  group_name text not null,
  yes integer not null check (yes between 0 and 100000),
  no integer not null check (no between 0 and 100000),
  abstain integer not null check (abstain between 0 and 100000),
  device_id uuid not null,
  happened_at timestamptz not null,
  arrived_at timestamptz not null check (arrived_at >= happened_at),
  recorded_by uuid not null references people.person (id),
  primary key (community_id, gathering_id, position, attribute, group_name),
  foreign key (community_id, gathering_id, position)
    references gatherings.hand_question (community_id, gathering_id, position),
  check ((attribute = '') = (group_name = ''))
);

-- Every wording of the minutes; the last one stands.
create table gatherings.minutes_wording (
  community_id uuid not null,
  gathering_id uuid not null,
  version integer not null check (version > 0),
  text text not null check (length(text) between 1 and 40000),
  locale text not null,
  written_by uuid not null references people.person (id),
  device_id uuid not null,
  happened_at timestamptz not null,
  arrived_at timestamptz not null check (arrived_at >= happened_at),
  primary key (community_id, gathering_id, version),
  foreign key (community_id, gathering_id) references gatherings.gathering (community_id, id)
);

-- A wording is laid before those who were there; before that it is a draft of those who lead.
create table gatherings.minutes_laying (
  community_id uuid not null,
  gathering_id uuid not null,
  version integer not null,
  laid_by uuid not null references people.person (id),
  laid_at timestamptz not null,
  primary key (community_id, gathering_id, version),
  foreign key (community_id, gathering_id, version)
    references gatherings.minutes_wording (community_id, gathering_id, version)
);

-- Somebody who was there says of a wording that it is right, or what is not.
create table gatherings.minutes_answer (
  community_id uuid not null,
  gathering_id uuid not null,
  version integer not null,
  person_id uuid not null references people.person (id),
  answer text not null check (answer in ('confirmed', 'objected')),
  words text not null default '' check (length(words) <= 2000),
  answered_at timestamptz not null,
  primary key (community_id, gathering_id, version, person_id),
  foreign key (community_id, gathering_id, version)
    references gatherings.minutes_laying (community_id, gathering_id, version),
  check (answer = 'confirmed' or length(words) >= 3)
);
