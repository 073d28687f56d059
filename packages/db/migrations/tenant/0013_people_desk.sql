-- What the desk of an officer looks for: people by the beginnings of their names, units and posts by theirs, the file of a user.
-- The space in front lets the first word be found like the others: every word begins after one.
create index people_name_search_idx on people using gin ((' ' || name_search) gin_trgm_ops);
--> statement-breakpoint
-- One file a user: his own.
alter table people add constraint people_user_id_key unique (user_id);
--> statement-breakpoint
-- The same folding as of people's names, but by the server: a catalogue of units comes from more than one hand.
alter table unit_versions add column name_search text collate "C" not null
  generated always as (lower(translate(regexp_replace(normalize(name, nfd), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd'))) stored;
--> statement-breakpoint
alter table posts add column name_search text collate "C" not null
  generated always as (lower(translate(regexp_replace(normalize(name, nfd), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd'))) stored;
