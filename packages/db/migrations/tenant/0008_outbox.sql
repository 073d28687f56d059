-- Work to be done after a commit, written in the transaction that asks for it. Payloads hold ids only.
create table outbox (
  id uuid not null default uuidv7(),
  kind text collate "C" not null,
  payload jsonb not null,
  state text collate "C" not null default 'waiting',
  attempts integer not null default 0,
  failure text collate "C",
  created_at timestamptz not null default now(),
  taken_at timestamptz,
  ended_at timestamptz
);
--> statement-breakpoint
alter table outbox add constraint outbox_pk primary key (id);
--> statement-breakpoint
alter table outbox add constraint outbox_state_check check (state in ('waiting', 'taken', 'done', 'dead'));
--> statement-breakpoint
alter table outbox add constraint outbox_ended_check check ((ended_at is not null) = (state in ('done', 'dead')));
--> statement-breakpoint
-- The sweep asks every tenant every minute whether anything is open.
create index outbox_open_idx on outbox (id) where state in ('waiting', 'taken');
--> statement-breakpoint
create index outbox_ended_idx on outbox (ended_at) where ended_at is not null;
