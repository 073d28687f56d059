-- Who asks to be replaced at a desk, and what a desk is told.
create table p_example_duty_swaps (
  id uuid not null default uuidv7(),
  duty_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  why text not null,
  asked_on date not null
);
--> statement-breakpoint
alter table p_example_duty_swaps add constraint p_example_duty_swaps_pk primary key (id);
--> statement-breakpoint
alter table p_example_duty_swaps add constraint p_example_duty_swaps_duty_fk foreign key (duty_id) references p_example_front_desk_duties (id);
--> statement-breakpoint
alter table p_example_duty_swaps add constraint p_example_duty_swaps_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
create index p_example_duty_swaps_duty_idx on p_example_duty_swaps (duty_id);
--> statement-breakpoint
create index p_example_duty_swaps_person_idx on p_example_duty_swaps (person_id);
--> statement-breakpoint
create table p_example_desk_notes (
  id uuid not null default uuidv7(),
  key text not null,
  kind text not null,
  place text not null,
  noted_on date not null
);
--> statement-breakpoint
alter table p_example_desk_notes add constraint p_example_desk_notes_pk primary key (id);
--> statement-breakpoint
alter table p_example_desk_notes add constraint p_example_desk_notes_once unique (key);
