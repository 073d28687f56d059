-- Who stands at a border post or a one-stop shop that foreigners come to.
create table p_example_front_desk_duties (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  place text not null,
  valid_from date not null,
  valid_to date not null default 'infinity'
);
--> statement-breakpoint
alter table p_example_front_desk_duties add constraint p_example_front_desk_duties_pk primary key (id);
--> statement-breakpoint
alter table p_example_front_desk_duties add constraint p_example_front_desk_duties_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table p_example_front_desk_duties add constraint p_example_front_desk_duties_period_check check (valid_from < valid_to);
--> statement-breakpoint
create index p_example_front_desk_duties_person_idx on p_example_front_desk_duties (person_id);
