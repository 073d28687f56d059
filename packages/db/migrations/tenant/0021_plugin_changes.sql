-- Plugins of the tenant: the version of their settings, and the changes that were made to them, step by step.
alter table tenant_plugins add column settings_version integer not null default 1;
--> statement-breakpoint
create table plugin_changes (
  id uuid not null default uuidv7(),
  plugin_id text collate "C" not null,
  act text collate "C" not null,
  -- Tried out only: nothing of it is kept but what was found.
  rehearsal boolean not null,
  -- The settings to enable it with, secrets sealed; null: those it has.
  config jsonb,
  state text collate "C" not null,
  steps jsonb not null,
  findings jsonb,
  failure jsonb,
  -- What a removed plugin had in its tables.
  file_id uuid,
  requested_by uuid,
  requested_label text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz
);
--> statement-breakpoint
alter table plugin_changes add constraint plugin_changes_pk primary key (id);
--> statement-breakpoint
alter table plugin_changes add constraint plugin_changes_file_fk foreign key (file_id) references files (id);
--> statement-breakpoint
alter table plugin_changes add constraint plugin_changes_act_check check (act in ('enable', 'disable', 'remove'));
--> statement-breakpoint
alter table plugin_changes add constraint plugin_changes_state_check check (state in ('queued', 'running', 'done', 'failed'));
--> statement-breakpoint
alter table plugin_changes add constraint plugin_changes_ended_check check ((ended_at is not null) = (state in ('done', 'failed')));
--> statement-breakpoint
-- One change of a plugin at a time; rehearsals stand in nobody's way.
create unique index plugin_changes_open_key on plugin_changes (plugin_id) where ended_at is null and not rehearsal;
--> statement-breakpoint
create index plugin_changes_plugin_idx on plugin_changes (plugin_id, id);
--> statement-breakpoint
alter table files drop constraint files_purpose_check;
--> statement-breakpoint
alter table files add constraint files_purpose_check check (purpose in ('certificate-evidence', 'roster-import', 'export', 'plugin-tables'));
