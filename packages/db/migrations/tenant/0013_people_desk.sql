-- What the desk of an officer looks for: people by the beginnings of their names, units by parts of theirs, the file of a user.
-- The space in front lets the first word be found like the others: every word begins after one.
create index people_name_search_idx on people using gin ((' ' || name_search) gin_trgm_ops);
--> statement-breakpoint
-- A page of a list too long to be gathered is found along the names; with the searched name in the index no row is fetched to be passed by.
drop index people_name_sort_idx;
--> statement-breakpoint
create index people_name_sort_idx on people (name_sort, id) include (name_search);
--> statement-breakpoint
-- One file a user: his own.
alter table people add constraint people_user_id_key unique (user_id);
--> statement-breakpoint
-- Names of units are folded by the server: without accents, đ as d, small letters.
create index unit_versions_name_idx on unit_versions using gin (
  (lower(translate(normalize(name, nfd), E'đĐ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323', 'dd'))) gin_trgm_ops);
