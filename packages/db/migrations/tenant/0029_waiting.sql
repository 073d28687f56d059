-- Open cases of a workflow in the order in which an inbox lists them, however many have been closed over the years.
create index cases_waiting_idx on cases (workflow, coalesce(due_on, 'infinity'::date), id) where closed_at is null;
--> statement-breakpoint
create index notices_unread_idx on notices (user_id) where read_at is null;
--> statement-breakpoint
-- The latest obstacles first.
create index obstacles_raised_idx on obstacles (raised_on desc, id desc);
--> statement-breakpoint
-- A duty is due on the last day of its period: cases opened before that was noted had no last day.
update cases c set due_on = d.period_to from duties d where c.workflow = 'plan-task' and c.subject_id = d.id and c.core_state = 'open' and c.closed_at is null and c.due_on is null;
