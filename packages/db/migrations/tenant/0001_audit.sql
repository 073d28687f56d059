-- Audit, data version, settings, plugins: what every write of a tenant leaves behind.
create table data_head (
  id uuid not null default uuidv7(),
  only_row boolean not null default true,
  position bigint not null default 0,
  digest text collate "C" not null default ''
);
--> statement-breakpoint
alter table data_head add constraint data_head_pk primary key (id);
--> statement-breakpoint
alter table data_head add constraint data_head_only_row_key unique (only_row);
--> statement-breakpoint
alter table data_head add constraint data_head_only_row_check check (only_row);
--> statement-breakpoint
create table audit_entries (
  id uuid not null default uuidv7(),
  position bigint not null,
  at timestamptz not null,
  actor_id uuid,
  actor_label text not null,
  act text collate "C" not null,
  subject_kind text collate "C" not null,
  subject_id uuid,
  why text,
  payload_digest text collate "C" not null,
  previous_digest text collate "C" not null,
  digest text collate "C" not null
);
--> statement-breakpoint
alter table audit_entries add constraint audit_entries_pk primary key (id);
--> statement-breakpoint
alter table audit_entries add constraint audit_entries_position_key unique (position);
--> statement-breakpoint
create table audit_payloads (
  entry_id uuid not null,
  salt text collate "C" not null,
  before jsonb,
  after jsonb
);
--> statement-breakpoint
alter table audit_payloads add constraint audit_payloads_pk primary key (entry_id);
--> statement-breakpoint
alter table audit_payloads add constraint audit_payloads_entry_fk foreign key (entry_id) references audit_entries (id);
--> statement-breakpoint
create table audit_details (
  id uuid not null default uuidv7(),
  entry_id uuid not null,
  subject_id uuid not null,
  act text collate "C" not null,
  before jsonb,
  after jsonb
);
--> statement-breakpoint
alter table audit_details add constraint audit_details_pk primary key (id);
--> statement-breakpoint
-- Deferred: a bulk write adds its details first and its entry, which holds their digest, last.
alter table audit_details add constraint audit_details_entry_fk foreign key (entry_id) references audit_entries (id) deferrable initially deferred;
--> statement-breakpoint
create index audit_details_entry_idx on audit_details (entry_id);
--> statement-breakpoint
create index audit_details_subject_idx on audit_details (subject_id);
--> statement-breakpoint
create table settings (
  key text collate "C" not null,
  value jsonb not null,
  version integer not null default 1
);
--> statement-breakpoint
alter table settings add constraint settings_pk primary key (key);
--> statement-breakpoint
create table tenant_plugins (
  plugin_id text collate "C" not null,
  version text collate "C" not null,
  state text collate "C" not null,
  config jsonb not null,
  failure text
);
--> statement-breakpoint
alter table tenant_plugins add constraint tenant_plugins_pk primary key (plugin_id);
--> statement-breakpoint
alter table tenant_plugins add constraint tenant_plugins_state_check check (state in ('enabled', 'disabled', 'failed'));
