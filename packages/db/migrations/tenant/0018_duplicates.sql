-- Records of one person: those that were found not to be the same, those made one by two persons with the way back, and what led to the record that went.
create table twin_dismissals (
  one_id uuid not null,
  other_id uuid not null,
  dismissed_by uuid,
  dismissed_label text not null,
  dismissed_at timestamptz not null,
  why text
);
--> statement-breakpoint
alter table twin_dismissals add constraint twin_dismissals_pk primary key (one_id, other_id);
--> statement-breakpoint
alter table twin_dismissals add constraint twin_dismissals_order_check check (one_id < other_id);
--> statement-breakpoint
create table person_merges (
  id uuid not null default uuidv7(),
  staying_id uuid not null,
  going_id uuid not null,
  state text collate "C" not null default 'proposed',
  choices jsonb not null,
  likeness jsonb not null,
  -- Of both records as the proposal saw them: a confirmation holds it against what it would make one.
  digest text collate "C" not null,
  proposed_by uuid,
  proposed_label text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_label text,
  decided_at timestamptz,
  undone_by uuid,
  undone_label text,
  undone_at timestamptz,
  -- What both records were and what moved, as long as the merge can be undone.
  way_back jsonb,
  version integer not null default 1
);
--> statement-breakpoint
alter table person_merges add constraint person_merges_pk primary key (id);
--> statement-breakpoint
alter table person_merges add constraint person_merges_state_check check (state in ('proposed', 'confirmed', 'withdrawn', 'undone'));
--> statement-breakpoint
alter table person_merges add constraint person_merges_two_check check (staying_id <> going_id);
--> statement-breakpoint
alter table person_merges add constraint person_merges_way_back_check check ((way_back is not null) = (state = 'confirmed'));
--> statement-breakpoint
create unique index person_merges_open_key on person_merges (going_id) where state = 'proposed';
--> statement-breakpoint
create index person_merges_staying_idx on person_merges (staying_id);
--> statement-breakpoint
-- A record that went lives on as the way to the one that stayed.
create table merged_people (
  id uuid not null,
  into_id uuid not null,
  merge_id uuid not null
);
--> statement-breakpoint
alter table merged_people add constraint merged_people_pk primary key (id);
--> statement-breakpoint
alter table merged_people add constraint merged_people_into_fk foreign key (into_id) references people (id);
--> statement-breakpoint
alter table merged_people add constraint merged_people_merge_fk foreign key (merge_id) references person_merges (id);
--> statement-breakpoint
create index merged_people_into_idx on merged_people (into_id);
--> statement-breakpoint
-- Numbers under which a person was kept by mistake: rosters that still name one mean him.
create table second_id_numbers (
  id uuid not null default uuidv7(),
  id_number text collate "C" not null,
  person_id uuid not null,
  merge_id uuid not null
);
--> statement-breakpoint
alter table second_id_numbers add constraint second_id_numbers_pk primary key (id);
--> statement-breakpoint
alter table second_id_numbers add constraint second_id_numbers_key unique (id_number);
--> statement-breakpoint
alter table second_id_numbers add constraint second_id_numbers_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table second_id_numbers add constraint second_id_numbers_merge_fk foreign key (merge_id) references person_merges (id);
--> statement-breakpoint
alter table second_id_numbers add constraint second_id_numbers_check check (id_number ~ '^[0-9]{12}$');
--> statement-breakpoint
create index second_id_numbers_person_idx on second_id_numbers (person_id);
--> statement-breakpoint
-- Whose number stands on the roster of another province as well, as the last comparison of digests found it. Derived, and written anew each time.
create table people_elsewhere (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  province text not null,
  since date not null
);
--> statement-breakpoint
alter table people_elsewhere add constraint people_elsewhere_pk primary key (id);
--> statement-breakpoint
alter table people_elsewhere add constraint people_elsewhere_key unique (person_id, province);
