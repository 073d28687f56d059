-- What the tasks of plans ask of whom in which period, how it was done, and what stands in the way.
create table body_units (
  plan_id uuid not null,
  body text collate "C" not null,
  unit_id uuid not null
);
--> statement-breakpoint
alter table body_units add constraint body_units_pk primary key (plan_id, body, unit_id);
--> statement-breakpoint
alter table body_units add constraint body_units_plan_fk foreign key (plan_id) references plans (id);
--> statement-breakpoint
alter table body_units add constraint body_units_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
create table duties (
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  task text collate "C" not null,
  body text collate "C" not null,
  -- Null while nobody has said which unit the body is.
  unit_id uuid,
  -- Both days inclusive; it is late from the day after the last.
  period_from date not null,
  period_to date not null,
  report jsonb,
  version integer not null default 1
);
--> statement-breakpoint
alter table duties add constraint duties_pk primary key (id);
--> statement-breakpoint
alter table duties add constraint duties_plan_fk foreign key (plan_id) references plans (id);
--> statement-breakpoint
alter table duties add constraint duties_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
create unique index duties_key on duties (plan_id, task, body, unit_id, period_from) nulls not distinct;
--> statement-breakpoint
create index duties_unit_idx on duties (unit_id);
--> statement-breakpoint
-- Sessions by which a programme is made known, and how many they reached.
create table duty_sessions (
  id uuid not null default uuidv7(),
  duty_id uuid not null,
  held_on date not null,
  form text collate "C" not null,
  topic text not null,
  place text,
  -- Heads that were counted; those listed by name are counted besides where they are more.
  heads integer not null
);
--> statement-breakpoint
alter table duty_sessions add constraint duty_sessions_pk primary key (id);
--> statement-breakpoint
alter table duty_sessions add constraint duty_sessions_duty_fk foreign key (duty_id) references duties (id);
--> statement-breakpoint
alter table duty_sessions add constraint duty_sessions_form_check check (form in ('meeting', 'online', 'media', 'other'));
--> statement-breakpoint
create index duty_sessions_duty_idx on duty_sessions (duty_id);
--> statement-breakpoint
create table duty_session_people (
  session_id uuid not null,
  person_id uuid not null
);
--> statement-breakpoint
alter table duty_session_people add constraint duty_session_people_pk primary key (session_id, person_id);
--> statement-breakpoint
alter table duty_session_people add constraint duty_session_people_session_fk foreign key (session_id) references duty_sessions (id);
--> statement-breakpoint
-- No key to people: an import that brought somebody may be taken back, and whoever is gone is reached no more.
create index duty_session_people_person_idx on duty_session_people (person_id);
--> statement-breakpoint
create table obstacles (
  id uuid not null default uuidv7(),
  raised_on date not null,
  unit_id uuid,
  raised_by uuid,
  raised_label text not null,
  -- A target or a task of a plan that it is about, by its stable id.
  about text collate "C",
  text text not null,
  proposal text not null,
  answer text,
  -- Where the change that came of it is seen: an address within the tenant.
  change_link text,
  -- Answers that all may read, so that nobody asks twice.
  published boolean not null default false,
  search text collate "C" not null,
  version integer not null default 1
);
--> statement-breakpoint
alter table obstacles add constraint obstacles_pk primary key (id);
--> statement-breakpoint
alter table obstacles add constraint obstacles_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
-- Proofs of duties are kept beside the scans of certificates.
alter table files add column duty_id uuid;
--> statement-breakpoint
alter table files add constraint files_duty_fk foreign key (duty_id) references duties (id);
--> statement-breakpoint
alter table files drop constraint files_purpose_check;
--> statement-breakpoint
alter table files add constraint files_purpose_check check (purpose in ('certificate-evidence', 'roster-import', 'export', 'plugin-tables', 'duty-proof'));
--> statement-breakpoint
alter table files add constraint files_duty_check check ((duty_id is not null) = (purpose = 'duty-proof'));
--> statement-breakpoint
create index files_duty_idx on files (duty_id) where duty_id is not null;
