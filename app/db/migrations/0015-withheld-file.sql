-- A picture of something folded: as long as a row stands here, only its owner and the desk get it, whatever address they know.
create table platform.withheld_file (
  community_id uuid not null,
  hash text not null,
  -- What holds it back: the fold.
  for_id uuid not null,
  owner_id uuid,
  withheld_at timestamptz not null,
  primary key (community_id, hash, for_id),
  foreign key (community_id, hash) references platform.file (community_id, hash)
);
create index withheld_for on platform.withheld_file (community_id, for_id);

-- What was folded before this migration is held back from now on.
insert into platform.withheld_file (community_id, hash, for_id, owner_id, withheld_at)
select distinct f.community_id, i.file_hash, f.id, p.author_id, f.folded_at
from forum.fold f
join forum.post p on p.community_id = f.community_id and p.id = f.post_id
join forum.picture i on i.community_id = f.community_id and i.post_id = f.post_id
where f.unfolded_at is null
union
select distinct f.community_id, i.file_hash, f.id, coalesce(n.raised_by, n.entered_by), f.folded_at
from needs.fold f
join needs.need n on n.community_id = f.community_id and n.id = f.need_id
join needs.picture i on i.community_id = f.community_id and i.need_id = f.need_id
where f.unfolded_at is null;
