-- The same move in many cases, worked one by one; each row holds what became of its case.
create table case_bulks (
  id uuid not null default uuidv7(),
  move text collate "C" not null,
  reason text,
  state text collate "C" not null default 'queued',
  asked_by uuid,
  asked_label text not null,
  asked_at timestamptz not null,
  ended_at timestamptz
);
--> statement-breakpoint
alter table case_bulks add constraint case_bulks_pk primary key (id);
--> statement-breakpoint
alter table case_bulks add constraint case_bulks_state_check check (state in ('queued', 'done', 'cancelled'));
--> statement-breakpoint
create index case_bulks_asked_idx on case_bulks (asked_by, id desc);
--> statement-breakpoint
create table case_bulk_items (
  bulk_id uuid not null,
  place integer not null,
  case_id uuid not null,
  version integer not null,
  outcome jsonb
);
--> statement-breakpoint
alter table case_bulk_items add constraint case_bulk_items_pk primary key (bulk_id, place);
--> statement-breakpoint
alter table case_bulk_items add constraint case_bulk_items_bulk_fk foreign key (bulk_id) references case_bulks (id);
