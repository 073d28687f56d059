-- Files that a plugin keeps: whose they are, and who added them, as the audit calls him.
alter table files add column plugin_id text collate "C";
--> statement-breakpoint
alter table files add column owner_label text;
--> statement-breakpoint
alter table files drop constraint files_purpose_check;
--> statement-breakpoint
alter table files add constraint files_purpose_check check (purpose in ('certificate-evidence', 'roster-import', 'export', 'plugin-tables', 'duty-proof', 'plugin-file'));
--> statement-breakpoint
alter table files add constraint files_plugin_check check ((plugin_id is not null) = (purpose = 'plugin-file'));
--> statement-breakpoint
create index files_plugin_idx on files (plugin_id) where plugin_id is not null;
