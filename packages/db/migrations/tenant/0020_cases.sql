-- Cases: things that go from hand to hand. Each pins the definition of its workflow that it began with; who moved it, when and why is only ever added to.
create table workflow_definitions (
  digest text collate "C" not null,
  workflow text collate "C" not null,
  structure jsonb not null,
  kept_at timestamptz not null
);
--> statement-breakpoint
alter table workflow_definitions add constraint workflow_definitions_pk primary key (digest);
--> statement-breakpoint
create table cases (
  id uuid not null default uuidv7(),
  workflow text collate "C" not null,
  definition text collate "C" not null,
  state text collate "C" not null,
  -- The state of the core that it counts as: its own, or what an added state falls back to.
  core_state text collate "C" not null,
  subject_id uuid not null,
  -- Whose matter it is; null where it is the whole tenant's.
  unit_id uuid,
  opened_by uuid,
  opened_label text not null,
  opened_at timestamptz not null,
  entered_on date not null,
  due_on date,
  remind_on date,
  -- What the subject said when the case was last moved, for “changed since”.
  statement jsonb,
  closed_at timestamptz,
  version integer not null default 1
);
--> statement-breakpoint
alter table cases add constraint cases_pk primary key (id);
--> statement-breakpoint
alter table cases add constraint cases_definition_fk foreign key (definition) references workflow_definitions (digest);
--> statement-breakpoint
alter table cases add constraint cases_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
create unique index cases_open_key on cases (workflow, subject_id) where closed_at is null;
--> statement-breakpoint
create index cases_subject_idx on cases (subject_id);
--> statement-breakpoint
create index cases_state_idx on cases (workflow, state) where closed_at is null;
--> statement-breakpoint
create index cases_due_idx on cases (due_on) where closed_at is null and due_on is not null;
--> statement-breakpoint
create table case_moves (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  move text collate "C" not null,
  from_state text collate "C" not null,
  to_state text collate "C" not null,
  definition text collate "C" not null,
  moved_by uuid,
  moved_label text not null,
  -- In whose place, where an officer covered for another.
  covered_for uuid,
  reason text,
  statement jsonb,
  moved_at timestamptz not null
);
--> statement-breakpoint
alter table case_moves add constraint case_moves_pk primary key (id);
--> statement-breakpoint
alter table case_moves add constraint case_moves_case_fk foreign key (case_id) references cases (id);
--> statement-breakpoint
create index case_moves_case_idx on case_moves (case_id, id);
