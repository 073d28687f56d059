-- People, the posts they hold with dates, and the lists they stand on.
create table people (
  id uuid not null default uuidv7(),
  user_id uuid,
  id_number text collate "C",
  full_name text not null,
  name_sort text collate "C" not null,
  name_search text collate "C" not null,
  birth_date date,
  birth_precision text collate "C" not null default 'day',
  sex text collate "C",
  ethnicity text,
  version integer not null default 1
);
--> statement-breakpoint
alter table people add constraint people_pk primary key (id);
--> statement-breakpoint
alter table people add constraint people_id_number_key unique (id_number);
--> statement-breakpoint
alter table people add constraint people_id_number_check check (id_number ~ '^[0-9]{12}$');
--> statement-breakpoint
alter table people add constraint people_birth_precision_check check (birth_precision in ('day', 'month', 'year'));
--> statement-breakpoint
alter table people add constraint people_sex_check check (sex in ('female', 'male'));
--> statement-breakpoint
create index people_name_sort_idx on people (name_sort, id);
--> statement-breakpoint
create table assignments (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  unit_id uuid not null,
  post_id uuid,
  kind text collate "C" not null,
  rank_code text collate "C",
  office text,
  office_rank smallint,
  leader boolean,
  main boolean not null,
  valid_from date not null,
  valid_to date not null default 'infinity'
);
--> statement-breakpoint
alter table assignments add constraint assignments_pk primary key (id);
--> statement-breakpoint
alter table assignments add constraint assignments_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table assignments add constraint assignments_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
alter table assignments add constraint assignments_post_fk foreign key (post_id) references posts (id);
--> statement-breakpoint
alter table assignments add constraint assignments_office_rank_fk foreign key (office_rank) references platform.office_ranks (position);
--> statement-breakpoint
alter table assignments add constraint assignments_kind_check check (kind in ('cadre', 'civil-servant', 'public-employee', 'contract-staff'));
--> statement-breakpoint
alter table assignments add constraint assignments_period_check check (valid_from < valid_to);
--> statement-breakpoint
create index assignments_person_idx on assignments (person_id);
--> statement-breakpoint
create index assignments_unit_idx on assignments (unit_id);
--> statement-breakpoint
create table planned_posts (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  office_rank smallint not null,
  valid_from date not null,
  valid_to date not null default 'infinity'
);
--> statement-breakpoint
alter table planned_posts add constraint planned_posts_pk primary key (id);
--> statement-breakpoint
alter table planned_posts add constraint planned_posts_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table planned_posts add constraint planned_posts_office_rank_fk foreign key (office_rank) references platform.office_ranks (position);
--> statement-breakpoint
alter table planned_posts add constraint planned_posts_period_check check (valid_from < valid_to);
--> statement-breakpoint
create index planned_posts_person_idx on planned_posts (person_id);
--> statement-breakpoint
create table language_training_list (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  valid_from date not null,
  valid_to date not null default 'infinity'
);
--> statement-breakpoint
alter table language_training_list add constraint language_training_list_pk primary key (id);
--> statement-breakpoint
alter table language_training_list add constraint language_training_list_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table language_training_list add constraint language_training_list_period_check check (valid_from < valid_to);
--> statement-breakpoint
create index language_training_list_person_idx on language_training_list (person_id);
