-- What somebody is told, once for each thing: `key` names it.
create table notices (
  id uuid not null default uuidv7(),
  user_id uuid not null,
  key text collate "C" not null,
  kind text collate "C" not null,
  case_id uuid not null,
  created_at timestamptz not null,
  -- Told at once by mail, or with the others of the morning.
  urgent boolean not null,
  read_at timestamptz,
  mailed_at timestamptz
);
--> statement-breakpoint
alter table notices add constraint notices_pk primary key (id);
--> statement-breakpoint
alter table notices add constraint notices_case_fk foreign key (case_id) references cases (id);
--> statement-breakpoint
alter table notices add constraint notices_kind_check check (kind in ('waits', 'moved', 'reminder', 'late'));
--> statement-breakpoint
create unique index notices_key on notices (user_id, key);
--> statement-breakpoint
create index notices_user_idx on notices (user_id, id desc);
--> statement-breakpoint
create index notices_case_idx on notices (case_id);
--> statement-breakpoint
create index notices_unmailed_idx on notices (user_id) where mailed_at is null;
