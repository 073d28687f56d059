-- Who stands in for whom for some days, both inclusive: he takes moves of cases with the roles of the other, in his place.
create table covers (
  id uuid not null default uuidv7(),
  covered_id uuid not null,
  covering_id uuid not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  set_by uuid,
  set_label text not null,
  set_at timestamptz not null,
  ended_by uuid,
  ended_label text,
  ended_at timestamptz
);
--> statement-breakpoint
alter table covers add constraint covers_pk primary key (id);
--> statement-breakpoint
alter table covers add constraint covers_days_check check (from_day <= to_day);
--> statement-breakpoint
alter table covers add constraint covers_two_check check (covered_id <> covering_id);
--> statement-breakpoint
create index covers_covering_idx on covers (covering_id, to_day) where ended_at is null;
--> statement-breakpoint
create index covers_covered_idx on covers (covered_id, to_day);
