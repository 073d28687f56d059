-- What plugins read of the core in facts and reports. A later shape is a view of another name: columns here are never changed or taken away.
create view core_people_v1 with (security_invoker = true) as
select id as person_id, full_name as name, name_sort, birth_date, birth_precision, sex
from people;
--> statement-breakpoint
create view core_units_v1 with (security_invoker = true) as
select u.id as unit_id, u.code, v.name, v.parent_id, v.tier, v.body_kind, v.field,
  coalesce(lower(v.valid), '-infinity') as valid_from, coalesce(upper(v.valid), 'infinity') as valid_to
from units u join unit_versions v on v.unit_id = u.id;
--> statement-breakpoint
create view core_posts_v1 with (security_invoker = true) as
select a.id as assignment_id, a.person_id, a.unit_id, a.post_id, p.code as post_code, p.name as post_name,
  a.kind, a.rank_code, a.office, a.office_rank, a.leader, a.main, a.valid_from, a.valid_to
from assignments a left join posts p on p.id = a.post_id;
--> statement-breakpoint
create view core_cases_v1 with (security_invoker = true) as
select id, workflow, state, core_state, subject_id, unit_id, opened_by, due_on, closed_at, version
from cases;
