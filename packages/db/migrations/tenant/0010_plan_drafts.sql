-- Plans that are being written. A draft may have problems; it is put in force by another than who wrote last.
create table plan_drafts (
  id uuid not null default uuidv7(),
  plan_code text collate "C",
  document jsonb not null,
  note text,
  based_on_version integer,
  created_by uuid,
  created_by_label text not null,
  created_at timestamptz not null,
  changed_by uuid,
  changed_by_label text not null,
  changed_at timestamptz not null,
  state text collate "C" not null default 'open',
  became_version integer,
  version integer not null default 1
);
--> statement-breakpoint
alter table plan_drafts add constraint plan_drafts_pk primary key (id);
--> statement-breakpoint
alter table plan_drafts add constraint plan_drafts_state_check check (state in ('open', 'in-force', 'dropped'));
--> statement-breakpoint
alter table plan_drafts add constraint plan_drafts_became_check check ((state = 'in-force') = (became_version is not null));
--> statement-breakpoint
alter table plan_drafts add constraint plan_drafts_based_on_fk foreign key (based_on_version) references plan_versions (number);
--> statement-breakpoint
alter table plan_drafts add constraint plan_drafts_became_fk foreign key (became_version) references plan_versions (number);
