-- Units with dated versions, lines and successions; posts with the level each requires.
create table units (
  id uuid not null default uuidv7(),
  code text collate "C" not null,
  version integer not null default 1
);
--> statement-breakpoint
alter table units add constraint units_pk primary key (id);
--> statement-breakpoint
alter table units add constraint units_code_key unique (code);
--> statement-breakpoint
create table unit_versions (
  id uuid not null default uuidv7(),
  unit_id uuid not null,
  valid daterange not null,
  parent_id uuid,
  name text not null,
  official_code text collate "C",
  path text collate "C" not null,
  tier text collate "C" not null,
  body_kind text collate "C" not null,
  field text collate "C",
  needs_language boolean
);
--> statement-breakpoint
alter table unit_versions add constraint unit_versions_pk primary key (id);
--> statement-breakpoint
alter table unit_versions add constraint unit_versions_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
alter table unit_versions add constraint unit_versions_parent_fk foreign key (parent_id) references units (id);
--> statement-breakpoint
alter table unit_versions add constraint unit_versions_tier_fk foreign key (tier) references platform.government_levels (code);
--> statement-breakpoint
alter table unit_versions add constraint unit_versions_body_kind_check check (body_kind in ('state', 'party', 'socio-political', 'public-service'));
--> statement-breakpoint
alter table unit_versions add constraint unit_versions_valid_check check (not isempty(valid));
--> statement-breakpoint
alter table unit_versions add constraint unit_versions_no_overlap exclude using gist (unit_id with =, valid with &&);
--> statement-breakpoint
create index unit_versions_path_idx on unit_versions (path);
--> statement-breakpoint
create table unit_lines (
  id uuid not null default uuidv7(),
  unit_id uuid not null,
  line text collate "C" not null,
  to_unit_id uuid not null,
  valid_from date not null,
  valid_to date not null default 'infinity'
);
--> statement-breakpoint
alter table unit_lines add constraint unit_lines_pk primary key (id);
--> statement-breakpoint
alter table unit_lines add constraint unit_lines_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
alter table unit_lines add constraint unit_lines_to_unit_fk foreign key (to_unit_id) references units (id);
--> statement-breakpoint
alter table unit_lines add constraint unit_lines_line_check check (line in ('uses', 'manages', 'reports-to', 'budgets-through'));
--> statement-breakpoint
alter table unit_lines add constraint unit_lines_period_check check (valid_from < valid_to);
--> statement-breakpoint
create index unit_lines_unit_idx on unit_lines (unit_id);
--> statement-breakpoint
create table unit_successions (
  id uuid not null default uuidv7(),
  from_unit_id uuid not null,
  to_unit_id uuid,
  on_date date not null,
  kind text collate "C" not null
);
--> statement-breakpoint
alter table unit_successions add constraint unit_successions_pk primary key (id);
--> statement-breakpoint
alter table unit_successions add constraint unit_successions_from_fk foreign key (from_unit_id) references units (id);
--> statement-breakpoint
alter table unit_successions add constraint unit_successions_to_fk foreign key (to_unit_id) references units (id);
--> statement-breakpoint
alter table unit_successions add constraint unit_successions_kind_check check (kind in ('merge', 'split', 'move', 'rename', 'abolish'));
--> statement-breakpoint
alter table unit_successions add constraint unit_successions_key unique nulls not distinct (from_unit_id, to_unit_id, on_date);
--> statement-breakpoint
create table posts (
  id uuid not null default uuidv7(),
  code text collate "C" not null,
  name text not null,
  needs_language boolean,
  language_teacher boolean,
  version integer not null default 1
);
--> statement-breakpoint
alter table posts add constraint posts_pk primary key (id);
--> statement-breakpoint
alter table posts add constraint posts_code_key unique (code);
--> statement-breakpoint
create table post_standards (
  id uuid not null default uuidv7(),
  post_id uuid not null,
  language_code text collate "C",
  framework_code text collate "C" not null,
  level smallint not null,
  valid_from date not null,
  valid_to date not null default 'infinity'
);
--> statement-breakpoint
alter table post_standards add constraint post_standards_pk primary key (id);
--> statement-breakpoint
alter table post_standards add constraint post_standards_post_fk foreign key (post_id) references posts (id);
--> statement-breakpoint
alter table post_standards add constraint post_standards_language_fk foreign key (language_code) references platform.languages (code);
--> statement-breakpoint
alter table post_standards add constraint post_standards_level_fk foreign key (framework_code, level) references platform.framework_levels (framework_code, level);
--> statement-breakpoint
alter table post_standards add constraint post_standards_period_check check (valid_from < valid_to);
--> statement-breakpoint
alter table post_standards add constraint post_standards_key unique nulls not distinct (post_id, language_code, valid_from);
