-- Every room says where its things are read; who finds or tells of them need not know their kinds.
update platform.search_entry
set path = case kind
  when 'community' then ''
  when 'thread' then 'forum/' || number
  when 'conversation' then 'forum/conversations/' || number
  else kind || 's/' || number
end
where path is null;
alter table platform.search_entry alter column path set not null;
