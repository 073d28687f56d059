-- Who opened whose file, and what the audit is looked through by. The name begins with audit_: the login may add rows, never change them.
create table audit_person_reads (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  -- Null: whoever runs the installation, at the command line.
  user_id uuid,
  what text collate "C" not null,
  -- The hour it happened in: opening a file ten times in it leaves one row.
  hour timestamptz not null,
  at timestamptz not null
);
--> statement-breakpoint
alter table audit_person_reads add constraint audit_person_reads_pk primary key (id);
--> statement-breakpoint
alter table audit_person_reads add constraint audit_person_reads_key unique nulls not distinct (person_id, hour, user_id, what);
--> statement-breakpoint
alter table audit_person_reads add constraint audit_person_reads_hour_check check (at >= hour and at < hour + interval '1 hour');
--> statement-breakpoint
create index audit_entries_subject_idx on audit_entries (subject_id, at) where subject_id is not null;
--> statement-breakpoint
create index audit_entries_actor_idx on audit_entries (actor_id, at) where actor_id is not null;
--> statement-breakpoint
create index audit_entries_act_idx on audit_entries (act, at);
--> statement-breakpoint
create index audit_entries_at_idx on audit_entries (at);
