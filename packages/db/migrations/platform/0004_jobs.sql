-- The schema of pg-boss: platform_api makes and owns its tables there; its version brings them up to date.
create schema jobs;
--> statement-breakpoint
-- The heads of the tenants' audits, kept where no tenant's login can reach them. Added to and never changed.
create table audit_anchors (
  tenant_id uuid not null,
  position bigint not null,
  digest text collate "C" not null,
  at timestamptz not null default now()
);
--> statement-breakpoint
alter table audit_anchors add constraint audit_anchors_pk primary key (tenant_id, position);
--> statement-breakpoint
alter table audit_anchors add constraint audit_anchors_tenant_fk foreign key (tenant_id) references tenants (id);
--> statement-breakpoint
-- What the nightly walk over each tenant's audit found. No faults: an empty list.
create table audit_checks (
  id uuid not null default uuidv7(),
  tenant_id uuid not null,
  at timestamptz not null default now(),
  entries bigint not null,
  erased bigint not null,
  anchors bigint not null,
  faults jsonb not null
);
--> statement-breakpoint
alter table audit_checks add constraint audit_checks_pk primary key (id);
--> statement-breakpoint
alter table audit_checks add constraint audit_checks_tenant_fk foreign key (tenant_id) references tenants (id);
--> statement-breakpoint
create index audit_checks_tenant_idx on audit_checks (tenant_id, at);
--> statement-breakpoint
-- Which mails have gone out, so that a job that is done again sends nothing again. No address, no text.
create table sent_mails (
  key text collate "C" not null,
  template text collate "C" not null,
  sent_at timestamptz not null default now()
);
--> statement-breakpoint
alter table sent_mails add constraint sent_mails_pk primary key (key);
