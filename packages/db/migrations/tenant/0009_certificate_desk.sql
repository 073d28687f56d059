-- Certificates entered one by one and verified by a second person; rules about levels changed one row at a time.
alter table certificates add column entered_by uuid;
--> statement-breakpoint
alter table certificates add column entered_label text;
--> statement-breakpoint
alter table certificates add column entered_at timestamptz;
--> statement-breakpoint
alter table certificates add column verified_by uuid;
--> statement-breakpoint
alter table certificates add column verified_label text;
--> statement-breakpoint
alter table certificates add column verified_at timestamptz;
--> statement-breakpoint
alter table certificates add column state_reason text;
--> statement-breakpoint
create index certificates_state_idx on certificates (state, id);
--> statement-breakpoint
alter table level_decisions add column recorded_by uuid;
--> statement-breakpoint
alter table level_decisions add column recorded_label text;
--> statement-breakpoint
alter table level_decisions add column recorded_at timestamptz;
--> statement-breakpoint
alter table issuer_licences add column version integer not null default 1;
--> statement-breakpoint
alter table certificate_validity add column version integer not null default 1;
--> statement-breakpoint
alter table equivalence_adoptions add column version integer not null default 1;
--> statement-breakpoint
alter table specialised_language_proofs add column version integer not null default 1;
--> statement-breakpoint
-- The one row that says by which rules levels stand written: who writes levels of a certificate shares it, who changes the rules or many levels takes it whole.
create table level_head (
  id uuid not null default uuidv7(),
  only_row boolean not null default true,
  version integer not null default 1
);
--> statement-breakpoint
alter table level_head add constraint level_head_pk primary key (id);
--> statement-breakpoint
alter table level_head add constraint level_head_only_row_key unique (only_row);
--> statement-breakpoint
alter table level_head add constraint level_head_only_row_check check (only_row);
--> statement-breakpoint
insert into level_head default values;
