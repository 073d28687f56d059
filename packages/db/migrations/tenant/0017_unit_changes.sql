-- Changes of units as batches: what was written down, what it would do, and what it did, so that it can be taken back before its day.
create table unit_changes (
  id uuid not null default uuidv7(),
  title text not null,
  -- First day of whatever in it names no day of its own, and of all of it.
  on_date date not null,
  first_day date not null,
  decision_number text,
  decision_date date,
  -- Why a day that has passed is changed.
  why text,
  operations jsonb not null,
  state text collate "C" not null default 'draft',
  progress smallint not null default 0,
  preview jsonb,
  -- What the preview says, to be held against what a commit would write.
  preview_digest text collate "C",
  failure jsonb,
  prepared_by uuid,
  prepared_label text not null,
  prepared_at timestamptz not null,
  previewed_by uuid,
  previewed_label text,
  committed_by uuid,
  committed_label text,
  committed_at timestamptz,
  withdrawn_by uuid,
  withdrawn_label text,
  withdrawn_at timestamptz,
  version integer not null default 1
);
--> statement-breakpoint
alter table unit_changes add constraint unit_changes_pk primary key (id);
--> statement-breakpoint
alter table unit_changes add constraint unit_changes_state_check check (state in ('draft', 'previewing', 'previewed', 'committing', 'committed', 'withdrawn', 'dropped'));
--> statement-breakpoint
-- Who goes where by name. People stand here by their ids: their identification numbers are kept with them alone.
create table unit_change_moves (
  change_id uuid not null,
  row_no integer not null,
  on_date date not null,
  person_id uuid not null,
  from_unit text collate "C",
  to_unit text collate "C" not null,
  posting jsonb
);
--> statement-breakpoint
alter table unit_change_moves add constraint unit_change_moves_pk primary key (change_id, row_no);
--> statement-breakpoint
alter table unit_change_moves add constraint unit_change_moves_change_fk foreign key (change_id) references unit_changes (id);
--> statement-breakpoint
-- What a preview found, list by list.
create table unit_change_findings (
  change_id uuid not null,
  list text collate "C" not null,
  position integer not null,
  finding jsonb not null
);
--> statement-breakpoint
alter table unit_change_findings add constraint unit_change_findings_pk primary key (change_id, list, position);
--> statement-breakpoint
alter table unit_change_findings add constraint unit_change_findings_change_fk foreign key (change_id) references unit_changes (id);
--> statement-breakpoint
alter table unit_change_findings add constraint unit_change_findings_list_check check (list in ('refusals', 'units', 'people', 'stranded', 'grants', 'plans', 'figures', 'dependents'));
--> statement-breakpoint
-- The rows that a commit wrote, as they were (null: not there) and as it left them (null: gone).
create table unit_change_effects (
  change_id uuid not null,
  kind text collate "C" not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb
);
--> statement-breakpoint
alter table unit_change_effects add constraint unit_change_effects_pk primary key (change_id, kind, subject_id);
--> statement-breakpoint
alter table unit_change_effects add constraint unit_change_effects_change_fk foreign key (change_id) references unit_changes (id);
--> statement-breakpoint
alter table unit_change_effects add constraint unit_change_effects_kind_check check (kind in ('unit', 'assignment', 'planned', 'training', 'succession'));
