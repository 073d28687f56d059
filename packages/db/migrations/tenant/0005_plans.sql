-- Plan versions as they were put in force, and the evidence for targets without a percentage.
create table plans (
  id uuid not null default uuidv7(),
  code text collate "C" not null,
  title text not null
);
--> statement-breakpoint
alter table plans add constraint plans_pk primary key (id);
--> statement-breakpoint
alter table plans add constraint plans_code_key unique (code);
--> statement-breakpoint
create table plan_versions (
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  number integer not null,
  in_force_from date not null,
  document jsonb not null,
  digest text collate "C" not null,
  withdrawn_at timestamptz
);
--> statement-breakpoint
alter table plan_versions add constraint plan_versions_pk primary key (id);
--> statement-breakpoint
alter table plan_versions add constraint plan_versions_plan_fk foreign key (plan_id) references plans (id);
--> statement-breakpoint
alter table plan_versions add constraint plan_versions_number_key unique (number);
--> statement-breakpoint
create unique index plan_versions_from_key on plan_versions (plan_id, in_force_from) where withdrawn_at is null;
--> statement-breakpoint
create table plan_scopes (
  plan_version_id uuid not null,
  unit_id uuid not null
);
--> statement-breakpoint
alter table plan_scopes add constraint plan_scopes_pk primary key (plan_version_id, unit_id);
--> statement-breakpoint
alter table plan_scopes add constraint plan_scopes_version_fk foreign key (plan_version_id) references plan_versions (id);
--> statement-breakpoint
alter table plan_scopes add constraint plan_scopes_unit_fk foreign key (unit_id) references units (id);
--> statement-breakpoint
create table target_evidence (
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  target_code text collate "C" not null,
  title text not null,
  document_number text,
  issued_on date not null,
  in_force_to date
);
--> statement-breakpoint
alter table target_evidence add constraint target_evidence_pk primary key (id);
--> statement-breakpoint
alter table target_evidence add constraint target_evidence_plan_fk foreign key (plan_id) references plans (id);
