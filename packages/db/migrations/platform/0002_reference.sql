-- Reference data: tenants may SELECT and REFERENCES it. Keys are the official or agreed codes, because a tenant that moves to
-- another installation must meet the same keys there.
create table platform.provinces (
  code text collate "C" not null,
  name text not null,
  kind text collate "C" not null,
  formed_from text[] not null,
  valid_from date not null
);
--> statement-breakpoint
alter table platform.provinces add constraint provinces_pk primary key (code);
--> statement-breakpoint
alter table platform.tenants add constraint tenants_province_fk foreign key (province_code) references platform.provinces (code);
--> statement-breakpoint
create table platform.government_levels (
  code text collate "C" not null,
  name_vi text not null,
  name_en text not null,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity'
);
--> statement-breakpoint
alter table platform.government_levels add constraint government_levels_pk primary key (code);
--> statement-breakpoint
create table platform.languages (
  code text collate "C" not null,
  name_vi text not null,
  name_en text not null
);
--> statement-breakpoint
alter table platform.languages add constraint languages_pk primary key (code);
--> statement-breakpoint
create table platform.frameworks (
  code text collate "C" not null,
  name_vi text not null,
  name_en text not null,
  legal_basis text not null
);
--> statement-breakpoint
alter table platform.frameworks add constraint frameworks_pk primary key (code);
--> statement-breakpoint
create table platform.framework_levels (
  framework_code text collate "C" not null,
  level smallint not null,
  code text collate "C" not null,
  name_vi text not null,
  name_en text not null,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity'
);
--> statement-breakpoint
alter table platform.framework_levels add constraint framework_levels_pk primary key (framework_code, level);
--> statement-breakpoint
alter table platform.framework_levels add constraint framework_levels_framework_fk foreign key (framework_code) references platform.frameworks (code);
--> statement-breakpoint
create table platform.office_ranks (
  code text collate "C" not null,
  position smallint not null,
  name_vi text not null,
  name_en text not null
);
--> statement-breakpoint
alter table platform.office_ranks add constraint office_ranks_pk primary key (code);
--> statement-breakpoint
alter table platform.office_ranks add constraint office_ranks_position_key unique (position);
--> statement-breakpoint
create table platform.ranks (
  code text collate "C" not null,
  name_vi text not null,
  name_en text not null,
  kind text collate "C" not null
);
--> statement-breakpoint
alter table platform.ranks add constraint ranks_pk primary key (code);
--> statement-breakpoint
create table platform.certificate_types (
  code text collate "C" not null,
  name_vi text not null,
  name_en text not null,
  kind text collate "C" not null,
  language_code text collate "C",
  skills text[] not null,
  grades text[] not null,
  licence_required boolean not null,
  -- Least and greatest score, overall and of a skill; null where scores differ too much from issuer to issuer.
  score_limits jsonb
);
--> statement-breakpoint
alter table platform.certificate_types add constraint certificate_types_pk primary key (code);
--> statement-breakpoint
alter table platform.certificate_types add constraint certificate_types_language_fk foreign key (language_code) references platform.languages (code);
--> statement-breakpoint
alter table platform.certificate_types add constraint certificate_types_kind_check check (kind in ('certificate', 'degree', 'completion'));
--> statement-breakpoint
create table platform.equivalence_tables (
  code text collate "C" not null,
  name_vi text not null,
  name_en text not null,
  legal_basis text not null,
  framework_code text collate "C" not null,
  valid_from date not null,
  rules jsonb not null
);
--> statement-breakpoint
alter table platform.equivalence_tables add constraint equivalence_tables_pk primary key (code);
--> statement-breakpoint
alter table platform.equivalence_tables add constraint equivalence_tables_framework_fk foreign key (framework_code) references platform.frameworks (code);
--> statement-breakpoint
-- Which reference files have been loaded in which state, so that an unchanged one is skipped.
create table platform.reference_files (
  name text collate "C" not null,
  digest text collate "C" not null,
  loaded_at timestamptz not null default now()
);
--> statement-breakpoint
alter table platform.reference_files add constraint reference_files_pk primary key (name);
