-- What was mended in the cells of a staged row, as JSON; null: nothing.
alter table stage_units add column mends text;
--> statement-breakpoint
alter table stage_posts add column mends text;
--> statement-breakpoint
alter table stage_people add column mends text;
--> statement-breakpoint
alter table stage_certificates add column mends text;
--> statement-breakpoint
alter table import_findings drop constraint import_findings_list_check;
--> statement-breakpoint
alter table import_findings add constraint import_findings_list_check check (list in ('changes', 'refusals', 'mends'));
--> statement-breakpoint
-- Which unit or post is meant by a name that a roster writes: chosen once by somebody, taken from then on.
create table remembered_names (
  id uuid not null default uuidv7(),
  of text collate "C" not null,
  folded text collate "C" not null,
  given text not null,
  unit_id uuid,
  post_id uuid,
  noted_by uuid,
  noted_label text not null,
  noted_at timestamptz not null
);
--> statement-breakpoint
alter table remembered_names add constraint remembered_names_pk primary key (id);
--> statement-breakpoint
alter table remembered_names add constraint remembered_names_folded_key unique (of, folded);
--> statement-breakpoint
alter table remembered_names add constraint remembered_names_of_check check (of in ('unit', 'post'));
--> statement-breakpoint
alter table remembered_names add constraint remembered_names_thing_check check ((unit_id is not null) = (of = 'unit') and (post_id is not null) = (of = 'post'));
--> statement-breakpoint
alter table remembered_names add constraint remembered_names_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
alter table remembered_names add constraint remembered_names_post_fk foreign key (post_id) references posts (id);
