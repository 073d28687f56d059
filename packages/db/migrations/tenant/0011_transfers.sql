-- Files, imports of rosters, and exports: what comes in and goes out, and how far it has come.
create table files (
  id uuid not null default uuidv7(),
  purpose text collate "C" not null,
  certificate_id uuid,
  sha256 text collate "C" not null,
  media_type text collate "C" not null,
  size bigint not null,
  original_name text not null,
  owner_user uuid,
  created_at timestamptz not null,
  deleted_at timestamptz
);
--> statement-breakpoint
alter table files add constraint files_pk primary key (id);
--> statement-breakpoint
alter table files add constraint files_certificate_fk foreign key (certificate_id) references certificates (id);
--> statement-breakpoint
-- Nothing else is kept: no image of an identity card has a purpose here.
alter table files add constraint files_purpose_check check (purpose in ('certificate-evidence', 'roster-import', 'export'));
--> statement-breakpoint
alter table files add constraint files_certificate_check check ((certificate_id is not null) = (purpose = 'certificate-evidence'));
--> statement-breakpoint
create index files_certificate_idx on files (certificate_id) where certificate_id is not null;
--> statement-breakpoint
create index files_deleted_idx on files (deleted_at) where deleted_at is not null;
--> statement-breakpoint
create table imports (
  id uuid not null default uuidv7(),
  file_id uuid not null,
  effective_date date not null,
  mode text collate "C" not null,
  complete_for text collate "C",
  skip_refused boolean not null,
  -- The units its importer may import for; null: all.
  scope_units uuid[],
  state text collate "C" not null,
  progress_rows integer not null default 0,
  progress_of integer,
  preview jsonb,
  -- What the preview says, to be held against what a commit would write.
  preview_digest text collate "C",
  failure jsonb,
  requested_by uuid,
  requested_label text not null,
  committed_by uuid,
  committed_label text,
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz
);
--> statement-breakpoint
alter table imports add constraint imports_pk primary key (id);
--> statement-breakpoint
alter table imports add constraint imports_file_fk foreign key (file_id) references files (id);
--> statement-breakpoint
alter table imports add constraint imports_mode_check check (mode in ('from-effective-date', 'correct'));
--> statement-breakpoint
alter table imports add constraint imports_state_check check (state in ('uploaded', 'checking', 'checked', 'refused', 'committing', 'committed', 'cancelled', 'failed'));
--> statement-breakpoint
alter table imports add constraint imports_ended_check check ((ended_at is not null) = (state in ('refused', 'committed', 'cancelled', 'failed')));
--> statement-breakpoint
create index imports_open_idx on imports (id) where ended_at is null;
--> statement-breakpoint
-- The changes and refusals that a check found, in the order of the workbook. They name people and go some days after the import.
create table import_findings (
  import_id uuid not null,
  list text collate "C" not null,
  position integer not null,
  finding jsonb not null
);
--> statement-breakpoint
alter table import_findings add constraint import_findings_pk primary key (import_id, list, position);
--> statement-breakpoint
alter table import_findings add constraint import_findings_import_fk foreign key (import_id) references imports (id);
--> statement-breakpoint
alter table import_findings add constraint import_findings_list_check check (list in ('changes', 'refusals'));
--> statement-breakpoint
create table exports (
  id uuid not null default uuidv7(),
  kind text collate "C" not null,
  format text collate "C" not null,
  locale text collate "C" not null,
  params jsonb not null,
  state text collate "C" not null,
  progress_rows integer not null default 0,
  file_id uuid,
  -- The units that the file tells of, as far as its orderer could see when it was made; null: all.
  scope_units uuid[],
  failure jsonb,
  requested_by uuid,
  requested_label text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz,
  expires_at timestamptz
);
--> statement-breakpoint
alter table exports add constraint exports_pk primary key (id);
--> statement-breakpoint
alter table exports add constraint exports_file_fk foreign key (file_id) references files (id);
--> statement-breakpoint
alter table exports add constraint exports_format_check check (format in ('xlsx', 'csv'));
--> statement-breakpoint
alter table exports add constraint exports_state_check check (state in ('queued', 'running', 'ready', 'cancelled', 'failed'));
--> statement-breakpoint
alter table exports add constraint exports_ready_check check (state <> 'ready' or (file_id is not null and expires_at is not null));
--> statement-breakpoint
alter table exports add constraint exports_ended_check check ((ended_at is not null) = (state in ('ready', 'cancelled', 'failed')));
--> statement-breakpoint
create index exports_requested_idx on exports (requested_by, id);
--> statement-breakpoint
-- Links to the file of an export. Only the digest of what stands in the link is kept.
create table export_links (
  id uuid not null default uuidv7(),
  export_id uuid not null,
  digest text collate "C" not null,
  expires_at timestamptz not null
);
--> statement-breakpoint
alter table export_links add constraint export_links_pk primary key (id);
--> statement-breakpoint
alter table export_links add constraint export_links_digest_key unique (digest);
--> statement-breakpoint
alter table export_links add constraint export_links_export_fk foreign key (export_id) references exports (id);
--> statement-breakpoint
create index export_links_expires_idx on export_links (expires_at);
