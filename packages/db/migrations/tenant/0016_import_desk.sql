-- What an officer does with a checked import: corrections over the file, refused rows as a grid, and taking a written one back.
alter table imports drop constraint imports_ended_check;
--> statement-breakpoint
alter table imports drop constraint imports_state_check;
--> statement-breakpoint
-- Rows that are refused can be corrected from now on; a file that can't be read at all is the end of its import.
update imports set state = 'file-refused' where state = 'refused' and failure ->> 'kind' is distinct from 'rows-refused';
--> statement-breakpoint
update imports i set state = 'cancelled', failure = '{"kind":"import-expired"}' from files f where i.state = 'refused' and f.id = i.file_id and f.deleted_at is not null;
--> statement-breakpoint
update imports set ended_at = null where state = 'refused';
--> statement-breakpoint
alter table imports add column unchecked_edits boolean not null default false;
--> statement-breakpoint
-- The batch that wrote it, from which it can be taken back.
alter table imports add column batch_id uuid;
--> statement-breakpoint
alter table imports add column undone_by uuid;
--> statement-breakpoint
alter table imports add column undone_label text;
--> statement-breakpoint
alter table imports add column undone_at timestamptz;
--> statement-breakpoint
alter table imports add column undo_why text;
--> statement-breakpoint
alter table imports add constraint imports_state_check check (state in ('uploaded', 'checking', 'needs-layout', 'checked', 'refused', 'file-refused', 'committing', 'committed', 'cancelled', 'failed', 'undoing', 'undone'));
--> statement-breakpoint
alter table imports add constraint imports_ended_check check ((ended_at is not null) = (state in ('file-refused', 'committed', 'cancelled', 'failed', 'undoing', 'undone')));
--> statement-breakpoint
alter table imports add constraint imports_batch_fk foreign key (batch_id) references roster_batches (id);
--> statement-breakpoint
-- The same file sent twice is noticed.
create index files_roster_idx on files (sha256) where purpose = 'roster-import';
--> statement-breakpoint
create index imports_batch_idx on imports (batch_id) where batch_id is not null;
--> statement-breakpoint
-- Corrections laid over the cells of a file before they are read; the file stays as it came.
create table import_edits (
  id uuid not null default uuidv7(),
  import_id uuid not null,
  sheet text collate "C" not null,
  -- The row as the file counts; null: every row whose cell in the column says `match_text`.
  row_ref integer,
  -- Null: the row is left out.
  column_key text collate "C",
  match_text text,
  text text,
  -- What stands there in the file, as far as it has been read, and in how many rows.
  was text,
  met integer,
  by_user uuid,
  by_label text not null,
  at timestamptz not null
);
--> statement-breakpoint
alter table import_edits add constraint import_edits_pk primary key (id);
--> statement-breakpoint
alter table import_edits add constraint import_edits_import_fk foreign key (import_id) references imports (id);
--> statement-breakpoint
alter table import_edits add constraint import_edits_sheet_check check (sheet in ('units', 'posts', 'people', 'certificates'));
--> statement-breakpoint
alter table import_edits add constraint import_edits_place_check check (case when row_ref is null then column_key is not null and match_text is not null else match_text is null end);
--> statement-breakpoint
alter table import_edits add constraint import_edits_place_key unique nulls not distinct (import_id, sheet, row_ref, column_key, match_text);
--> statement-breakpoint
-- The rows of a file that somebody has to look at, as they were read. They name people and go with the findings.
create table import_rows (
  import_id uuid not null,
  sheet text collate "C" not null,
  row_ref integer not null,
  -- As the file has them.
  sheet_name text not null,
  row_no integer not null,
  -- The place in the order of the workbook.
  position integer not null,
  -- The staged row: normalised values by column, and `problems` of the cells that could not be read.
  cells jsonb not null,
  kinds text[] collate "C" not null
);
--> statement-breakpoint
alter table import_rows add constraint import_rows_pk primary key (import_id, sheet, row_ref);
--> statement-breakpoint
alter table import_rows add constraint import_rows_import_fk foreign key (import_id) references imports (id);
--> statement-breakpoint
create index import_rows_position_idx on import_rows (import_id, position);
--> statement-breakpoint
create index import_findings_row_idx on import_findings (import_id, (finding ->> 'sheet'), ((finding ->> 'ref')::int)) where list = 'refusals';
--> statement-breakpoint
-- What stood there before an import wrote: the rows of a subject in a table, or (rows null) a subject that was not there. Kept while the import can be taken back.
create table import_undo (
  batch_id uuid not null,
  table_name text collate "C" not null,
  subject_id uuid not null,
  rows jsonb
);
--> statement-breakpoint
alter table import_undo add constraint import_undo_pk primary key (batch_id, table_name, subject_id);
--> statement-breakpoint
alter table import_undo add constraint import_undo_batch_fk foreign key (batch_id) references roster_batches (id);
--> statement-breakpoint
alter table roster_batches drop constraint roster_batches_state_check;
--> statement-breakpoint
alter table roster_batches add constraint roster_batches_state_check check (state in ('staging', 'checked', 'committed', 'refused', 'cancelled', 'undone'));
