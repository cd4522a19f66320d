-- One way to report and to fold whatever people write, in any room. The room that owns a thing finds, hides and shows it; who
-- folded it, why, who agreed and what its author answered stand here.
create schema moderation;

create table moderation.report (
  community_id uuid not null references communities.community (id),
  -- What is meant, in the word of the room that owns it (`post`, `need`), and its id there.
  kind text not null check (kind ~ '^[a-z-]+$'),
  subject_id uuid not null,
  reported_by uuid not null references people.person (id),
  reason text not null check (reason in ('insult', 'threat', 'private', 'false', 'advert', 'other')),
  words text not null default '' check (length(words) <= 500),
  reported_at timestamptz not null,
  answered_at timestamptz check (answered_at >= reported_at),
  answered_by uuid references people.person (id),
  outcome text check (outcome in ('folded', 'stands')),
  primary key (community_id, kind, subject_id, reported_by),
  check (num_nonnulls(answered_by, outcome) in (0, 2)),
  check (outcome is null or answered_at is not null)
);
create index report_waiting on moderation.report (community_id, reported_at) where answered_at is null;

-- One folds at once; without a second within 72 hours it unfolds.
create table moderation.fold (
  community_id uuid not null references communities.community (id),
  id uuid not null,
  kind text not null check (kind ~ '^[a-z-]+$'),
  subject_id uuid not null,
  -- Who wrote it, and may appeal; empty where nobody with an account did.
  author_id uuid references people.person (id),
  reason text not null check (reason in ('insult', 'threat', 'private', 'false', 'advert', 'other')),
  -- A harmful claim is answered with a named source, not erased.
  answer text not null default '' check (length(answer) <= 1000),
  source text not null default '' check (length(source) <= 300),
  -- What was taken out of its place: while it is folded it lies here and nowhere else.
  kept jsonb check (jsonb_typeof(kept) = 'object'),
  folded_at timestamptz not null,
  folded_by uuid not null references people.person (id),
  needs_second_by timestamptz not null check (needs_second_by > folded_at),
  seconded_at timestamptz,
  seconded_by uuid references people.person (id),
  unfolded_at timestamptz check (unfolded_at >= folded_at),
  unfolded_by uuid references people.person (id),
  unfolded_how text check (unfolded_how in ('no-second', 'appeal', 'withdrawn')),
  primary key (community_id, id),
  check (seconded_by is null or seconded_by <> folded_by),
  check (author_id is null or author_id not in (folded_by, seconded_by)),
  check ((seconded_at is null) = (seconded_by is null)),
  check ((unfolded_at is null) = (unfolded_how is null)),
  check (unfolded_at is null or kept is null),
  -- Lines of a gathering's floor were folded without a source before this migration.
  check (reason <> 'false' or length(source) > 0 or kind in ('question', 'reflection'))
);
create unique index fold_once on moderation.fold (community_id, subject_id, kind) where unfolded_at is null;
create index fold_waiting on moderation.fold (needs_second_by) where unfolded_at is null and seconded_at is null;

create table moderation.appeal (
  community_id uuid not null,
  fold_id uuid not null,
  words text not null check (length(words) between 3 and 1000),
  made_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references people.person (id),
  upheld boolean,
  answer text check (length(answer) between 3 and 1000),
  primary key (community_id, fold_id),
  foreign key (community_id, fold_id) references moderation.fold (community_id, id),
  check (num_nonnulls(answered_at, answered_by, upheld, answer) in (0, 4))
);

-- Words beside a "me too" can be reported and folded by themselves: they get an id.
alter table needs.support add column id uuid not null default gen_random_uuid();
alter table needs.support alter column id drop default;
alter table needs.support add unique (community_id, id);

-- What was reported and folded before, from the rooms that kept it each for itself.
insert into moderation.report
  (community_id, kind, subject_id, reported_by, reason, words, reported_at, answered_at, answered_by, outcome)
select community_id, 'post', post_id, reported_by, reason, words, reported_at, answered_at, answered_by, outcome
from forum.report
union all
select community_id, 'need', need_id, reported_by, reason, words, reported_at, answered_at, answered_by, outcome
from needs.report;

insert into moderation.fold
  (community_id, id, kind, subject_id, author_id, reason, answer, source, kept, folded_at, folded_by, needs_second_by,
   seconded_at, seconded_by, unfolded_at, unfolded_by, unfolded_how)
select community_id, id, kind, subject_id, case when author_id in (folded_by, seconded_by) then null else author_id end,
  reason, answer, source, kept, folded_at, folded_by, needs_second_by,
  seconded_at, seconded_by, unfolded_at, unfolded_by, unfolded_how
from (
  select f.community_id, f.id, 'post' as kind, f.post_id as subject_id, p.author_id, f.reason, f.answer, f.source,
    null::jsonb as kept, f.folded_at, f.folded_by, f.needs_second_by, f.seconded_at, f.seconded_by, f.unfolded_at,
    f.unfolded_by, f.unfolded_how
  from forum.fold f
  join forum.post p on p.community_id = f.community_id and p.id = f.post_id
  union all
  select f.community_id, f.id, 'need', f.need_id, coalesce(n.raised_by, n.entered_by), f.reason, f.answer, f.source,
    case when f.kept is not null then jsonb_build_object('title', f.kept ->> 'title', 'back', f.kept, 'text',
      concat_ws(e'\n\n', nullif(f.kept ->> 'title', ''), nullif(f.kept ->> 'words', ''), nullif(f.kept ->> 'place', ''),
        nullif(f.kept ->> 'affected', ''))) end,
    f.folded_at, f.folded_by, f.needs_second_by, f.seconded_at, f.seconded_by, f.unfolded_at, f.unfolded_by, f.unfolded_how
  from needs.fold f
  join needs.need n on n.community_id = f.community_id and n.id = f.need_id
  union all
  select f.community_id, f.id,
    case when f.answer_id is not null then 'word-answer' when f.own_word_id is not null then 'own-word'
      when f.agreement_id is not null then 'agreement' else 'word' end,
    coalesce(f.answer_id, f.own_word_id, f.agreement_id, f.commitment_id), f.author_id, f.reason, f.answer, f.source,
    case when f.kept is not null then jsonb_build_object('title', coalesce(f.kept ->> 'what', w.what), 'back', f.kept, 'text',
      concat_ws(e'\n\n', nullif(f.kept ->> 'what', ''), nullif(f.kept ->> 'words', ''), nullif(f.kept ->> 'why', ''))) end,
    f.folded_at, f.folded_by, f.needs_second_by, f.seconded_at, f.seconded_by, f.unfolded_at, f.unfolded_by, f.unfolded_how
  from commitments.fold f
  join commitments.commitment w on w.community_id = f.community_id and w.id = f.commitment_id
  union all
  select f.community_id, f.id, case when f.question_id is not null then 'question' else 'reflection' end,
    coalesce(f.question_id, f.reflection_id), coalesce(q.asked_by, r.written_by), f.reason, '', '', null,
    f.folded_at, f.folded_by, f.needs_second_by, f.seconded_at, f.seconded_by, f.unfolded_at, f.unfolded_by, f.unfolded_how
  from gatherings.line_fold f
  left join gatherings.question q on q.community_id = f.community_id and q.id = f.question_id
  left join gatherings.reflection r on r.community_id = f.community_id and r.id = f.reflection_id
) as folds;

insert into moderation.appeal (community_id, fold_id, words, made_at, answered_at, answered_by, upheld, answer)
select community_id, fold_id, words, made_at, answered_at, answered_by, upheld, answer from forum.appeal
union all
select community_id, fold_id, words, made_at, answered_at, answered_by, upheld, answer from needs.appeal
union all
select community_id, fold_id, words, made_at, answered_at, answered_by, upheld, answer from commitments.appeal;

-- What people were told of it reads on, and leads where it is decided now.
update messages.notice
set kind = replace(kind, 'forum.', 'moderation.'), facts = facts || '{"kind": "post"}',
  href = replace(href, '/forum/appeal/', '/folds/')
where kind in ('forum.reported', 'forum.folded', 'forum.appealed', 'forum.appeal-upheld', 'forum.appeal-declined',
  'forum.report-folded', 'forum.report-stands');

update messages.notice
set kind = replace(kind, 'needs.', 'moderation.'), href = replace(href, '/needs/appeal/', '/folds/'),
  facts = facts || jsonb_build_object('kind', 'need', 'title', coalesce(facts ->> 'title', facts ->> 'number', ''))
where kind in ('needs.reported', 'needs.folded', 'needs.appealed', 'needs.appeal-upheld', 'needs.appeal-declined',
  'needs.report-folded', 'needs.report-stands');

update messages.notice
set kind = replace(kind, 'commitments.', 'moderation.'),
  href = case when kind = 'commitments.appealed' then regexp_replace(href, '/commitments/.*$', '/desk/forum')
    else regexp_replace(href, '/commitments/[0-9]+#fold-', '/folds/') end,
  facts = facts || jsonb_build_object('kind', 'word', 'title', coalesce(facts ->> 'what', (
    select w.what from commitments.fold f
    join commitments.commitment w on w.community_id = f.community_id and w.id = f.commitment_id
    where f.id::text = about), ''))
where kind in ('commitments.folded', 'commitments.appealed', 'commitments.appeal-upheld', 'commitments.appeal-declined');

update messages.notice
set kind = 'moderation.folded', href = regexp_replace(href, '/gatherings/.*$', '/folds/' || about),
  facts = facts || jsonb_build_object('kind', 'question', 'title', facts ->> 'theme')
where kind = 'floor.folded';

drop table forum.appeal, forum.fold, forum.report;
drop table needs.appeal, needs.fold, needs.report;
drop table commitments.appeal, commitments.fold;
drop table gatherings.line_fold;
