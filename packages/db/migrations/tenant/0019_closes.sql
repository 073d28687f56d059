-- Closed periods: the figures as they were signed, and who stood behind each, kept as sets of people. No name and no number of anybody is copied.
create table closes (
  id uuid not null default uuidv7(),
  period_from date not null,
  period_to date not null,
  cut_off date not null,
  -- The first close of a period is 1, each correction one more.
  number integer not null,
  corrects uuid,
  reason text,
  state text collate "C" not null,
  progress_done integer not null default 0,
  progress_of integer,
  failure jsonb,
  -- The state of the tenant's data that was read: the head of its audit then.
  data_position bigint,
  data_digest text collate "C",
  taken_at timestamptz,
  rules jsonb,
  rules_digest text collate "C",
  problems jsonb,
  -- Of everything that is frozen: what is signed.
  content_digest text collate "C",
  prepared_by uuid,
  prepared_label text not null,
  approved_by uuid,
  approved_label text,
  approved_at timestamptz,
  anchor_position bigint,
  anchor_digest text collate "C",
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz
);
--> statement-breakpoint
alter table closes add constraint closes_pk primary key (id);
--> statement-breakpoint
alter table closes add constraint closes_corrects_fk foreign key (corrects) references closes (id);
--> statement-breakpoint
alter table closes add constraint closes_state_check check (state in ('queued', 'running', 'prepared', 'approved', 'signed', 'cancelled', 'failed'));
--> statement-breakpoint
alter table closes add constraint closes_period_check check (period_from <= cut_off and cut_off <= period_to);
--> statement-breakpoint
alter table closes add constraint closes_correction_check check ((corrects is null) = (number = 1) and (corrects is null) = (reason is null));
--> statement-breakpoint
alter table closes add constraint closes_frozen_check check (state not in ('prepared', 'approved', 'signed') or (data_position is not null and content_digest is not null));
--> statement-breakpoint
alter table closes add constraint closes_signed_check check (state <> 'signed' or (approved_at is not null and anchor_position is not null));
--> statement-breakpoint
alter table closes add constraint closes_ended_check check ((ended_at is not null) = (state in ('signed', 'cancelled', 'failed')));
--> statement-breakpoint
create unique index closes_number_key on closes (period_from, period_to, number) where state not in ('cancelled', 'failed');
--> statement-breakpoint
-- One close of a period at a time.
create unique index closes_open_key on closes (period_from, period_to) where ended_at is null;
--> statement-breakpoint
-- The units of the cut-off date with the names they had; elsewhere their place in this list stands for them.
create table close_units (
  close_id uuid not null,
  place integer not null,
  unit_id uuid not null,
  code text collate "C" not null,
  name text not null,
  path text collate "C" not null
);
--> statement-breakpoint
alter table close_units add constraint close_units_pk primary key (close_id, place);
--> statement-breakpoint
alter table close_units add constraint close_units_close_fk foreign key (close_id) references closes (id);
--> statement-breakpoint
-- One plan version of a close with everybody present in its territory; the sets are pressed bytes, see domain/closes.
create table close_plans (
  id uuid not null default uuidv7(),
  close_id uuid not null,
  plan_version_id uuid not null,
  people_count integer not null,
  people bytea not null,
  level_heads jsonb not null,
  levels bytea not null,
  condition_heads jsonb not null,
  conditions bytea not null
);
--> statement-breakpoint
alter table close_plans add constraint close_plans_pk primary key (id);
--> statement-breakpoint
alter table close_plans add constraint close_plans_key unique (close_id, plan_version_id);
--> statement-breakpoint
alter table close_plans add constraint close_plans_close_fk foreign key (close_id) references closes (id);
--> statement-breakpoint
alter table close_plans add constraint close_plans_version_fk foreign key (plan_version_id) references plan_versions (id);
--> statement-breakpoint
-- A target of it: what was asked, the figures of each unit, the sets behind them. Targets without people have no sets.
create table close_targets (
  id uuid not null default uuidv7(),
  close_plan_id uuid not null,
  place integer not null,
  target_code text collate "C" not null,
  title jsonb not null,
  milestone date not null,
  head jsonb not null,
  figures jsonb not null,
  sets bytea
);
--> statement-breakpoint
alter table close_targets add constraint close_targets_pk primary key (id);
--> statement-breakpoint
alter table close_targets add constraint close_targets_key unique (close_plan_id, target_code);
--> statement-breakpoint
alter table close_targets add constraint close_targets_plan_fk foreign key (close_plan_id) references close_plans (id);
