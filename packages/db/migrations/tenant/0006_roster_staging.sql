-- Batches of an import and their rows as text: seen, mended and thrown away before they become facts.
create table roster_batches (
  id uuid not null default uuidv7(),
  effective_date date not null,
  file_name text not null,
  file_digest text collate "C" not null,
  mode text collate "C" not null,
  state text collate "C" not null,
  complete_for uuid,
  counts jsonb,
  created_at timestamptz not null,
  committed_at timestamptz
);
--> statement-breakpoint
alter table roster_batches add constraint roster_batches_pk primary key (id);
--> statement-breakpoint
alter table roster_batches add constraint roster_batches_complete_for_fk foreign key (complete_for) references units (id);
--> statement-breakpoint
alter table roster_batches add constraint roster_batches_state_check check (state in ('staging', 'checked', 'committed', 'refused', 'cancelled'));
--> statement-breakpoint
alter table roster_batches add constraint roster_batches_mode_check check (mode in ('from-effective-date', 'correct'));
--> statement-breakpoint
create table stage_units (
  batch_id uuid not null,
  row_no integer not null,
  code text,
  name text,
  parent_code text,
  official_code text,
  tier text,
  body_kind text,
  field text,
  needs_language text,
  reports_to text,
  budgets_through text,
  valid_from text,
  valid_to text,
  succeeded_by text,
  succession_kind text,
  problems text
);
--> statement-breakpoint
alter table stage_units add constraint stage_units_pk primary key (batch_id, row_no);
--> statement-breakpoint
alter table stage_units add constraint stage_units_batch_fk foreign key (batch_id) references roster_batches (id);
--> statement-breakpoint
create table stage_posts (
  batch_id uuid not null,
  row_no integer not null,
  code text,
  name text,
  needs_language text,
  language_teacher text,
  language_code text,
  level text,
  valid_from text,
  valid_to text,
  problems text
);
--> statement-breakpoint
alter table stage_posts add constraint stage_posts_pk primary key (batch_id, row_no);
--> statement-breakpoint
alter table stage_posts add constraint stage_posts_batch_fk foreign key (batch_id) references roster_batches (id);
--> statement-breakpoint
create table stage_people (
  batch_id uuid not null,
  row_no integer not null,
  id_number text,
  full_name text,
  name_sort text,
  name_search text,
  birth_date text,
  birth_precision text,
  sex text,
  ethnicity text,
  unit_code text,
  post_code text,
  kind text,
  rank_code text,
  office text,
  office_rank text,
  leader text,
  concurrent text,
  valid_from text,
  valid_to text,
  planned_rank text,
  training_list text,
  language_text text,
  problems text
);
--> statement-breakpoint
alter table stage_people add constraint stage_people_pk primary key (batch_id, row_no);
--> statement-breakpoint
alter table stage_people add constraint stage_people_batch_fk foreign key (batch_id) references roster_batches (id);
--> statement-breakpoint
create table stage_certificates (
  batch_id uuid not null,
  row_no integer not null,
  id_number text,
  type_code text,
  language_code text,
  number text,
  issuer text,
  exam_date text,
  expires_on text,
  score text,
  listening text,
  reading text,
  speaking text,
  writing text,
  grade text,
  state text,
  decision_level text,
  decision_document text,
  decision_date text,
  problems text
);
--> statement-breakpoint
alter table stage_certificates add constraint stage_certificates_pk primary key (batch_id, row_no);
--> statement-breakpoint
alter table stage_certificates add constraint stage_certificates_batch_fk foreign key (batch_id) references roster_batches (id);
