-- Who may do what where, and the outcome of creating requests that may be sent twice.
create table grants (
  id uuid not null default uuidv7(),
  user_id uuid not null,
  role text collate "C" not null,
  unit_id uuid,
  line text collate "C" not null default 'uses',
  valid_from date not null,
  valid_to date not null default 'infinity',
  granted_by uuid,
  version integer not null default 1
);
--> statement-breakpoint
alter table grants add constraint grants_pk primary key (id);
--> statement-breakpoint
alter table grants add constraint grants_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
alter table grants add constraint grants_line_check check (line in ('uses', 'manages', 'reports-to', 'budgets-through'));
--> statement-breakpoint
-- A grant that is taken back on its first day is left with no day at all.
alter table grants add constraint grants_period_check check (valid_from <= valid_to);
--> statement-breakpoint
create index grants_user_idx on grants (user_id);
--> statement-breakpoint
create table idempotency_keys (
  id uuid not null default uuidv7(),
  actor_id uuid not null,
  key text collate "C" not null,
  request_digest text collate "C" not null,
  outcome jsonb not null,
  created_at timestamptz not null
);
--> statement-breakpoint
alter table idempotency_keys add constraint idempotency_keys_pk primary key (id);
--> statement-breakpoint
alter table idempotency_keys add constraint idempotency_keys_key unique (actor_id, key);
--> statement-breakpoint
create index idempotency_keys_created_idx on idempotency_keys (created_at);
