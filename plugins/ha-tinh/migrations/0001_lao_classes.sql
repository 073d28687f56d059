-- Lao classes: agreements, programmes, classes, who learns in them, who was there, what they got for it.
create table p_ha_tinh_lao_agreements (
  id uuid not null default uuidv7(),
  title text not null,
  partner text not null,
  signed_on date not null,
  ends_on date,
  note text,
  version integer not null default 1
);
--> statement-breakpoint
alter table p_ha_tinh_lao_agreements add constraint p_ha_tinh_lao_agreements_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_agreements add constraint p_ha_tinh_lao_agreements_term_check check (ends_on >= signed_on);
--> statement-breakpoint
create table p_ha_tinh_lao_commitments (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  position integer not null,
  wording text not null
);
--> statement-breakpoint
alter table p_ha_tinh_lao_commitments add constraint p_ha_tinh_lao_commitments_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_commitments add constraint p_ha_tinh_lao_commitments_agreement_fk foreign key (agreement_id) references p_ha_tinh_lao_agreements (id);
--> statement-breakpoint
create index p_ha_tinh_lao_commitments_agreement_idx on p_ha_tinh_lao_commitments (agreement_id);
--> statement-breakpoint
create table p_ha_tinh_lao_follow_ups (
  id uuid not null default uuidv7(),
  commitment_id uuid not null,
  year integer not null,
  done text not null,
  noted_on date not null
);
--> statement-breakpoint
alter table p_ha_tinh_lao_follow_ups add constraint p_ha_tinh_lao_follow_ups_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_follow_ups add constraint p_ha_tinh_lao_follow_ups_commitment_fk foreign key (commitment_id) references p_ha_tinh_lao_commitments (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_follow_ups add constraint p_ha_tinh_lao_follow_ups_once unique (commitment_id, year);
--> statement-breakpoint
create table p_ha_tinh_lao_programmes (
  id uuid not null default uuidv7(),
  name text not null,
  course text not null,
  lessons integer not null,
  level integer,
  in_force_from date not null,
  in_force_to date,
  version integer not null default 1
);
--> statement-breakpoint
alter table p_ha_tinh_lao_programmes add constraint p_ha_tinh_lao_programmes_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_programmes add constraint p_ha_tinh_lao_programmes_course_check check (course in ('basic', 'advanced'));
--> statement-breakpoint
alter table p_ha_tinh_lao_programmes add constraint p_ha_tinh_lao_programmes_lessons_check check (lessons > 0);
--> statement-breakpoint
create table p_ha_tinh_lao_classes (
  id uuid not null default uuidv7(),
  programme_id uuid not null,
  agreement_id uuid,
  name text not null,
  decision_number text,
  decision_on date,
  starts_on date not null,
  ends_on date not null,
  place text not null,
  seats integer not null,
  capacity integer not null,
  state text not null default 'planned',
  trial_ends_on date,
  order_number text,
  official_on date,
  version integer not null default 1
);
--> statement-breakpoint
alter table p_ha_tinh_lao_classes add constraint p_ha_tinh_lao_classes_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_classes add constraint p_ha_tinh_lao_classes_programme_fk foreign key (programme_id) references p_ha_tinh_lao_programmes (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_classes add constraint p_ha_tinh_lao_classes_agreement_fk foreign key (agreement_id) references p_ha_tinh_lao_agreements (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_classes add constraint p_ha_tinh_lao_classes_state_check check (state in ('planned', 'open', 'trial', 'official', 'ended'));
--> statement-breakpoint
alter table p_ha_tinh_lao_classes add constraint p_ha_tinh_lao_classes_seats_check check (seats > 0 and capacity >= seats and starts_on <= ends_on);
--> statement-breakpoint
create table p_ha_tinh_lao_class_teachers (
  id uuid not null default uuidv7(),
  class_id uuid not null,
  person_id uuid,
  name text
);
--> statement-breakpoint
alter table p_ha_tinh_lao_class_teachers add constraint p_ha_tinh_lao_class_teachers_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_class_teachers add constraint p_ha_tinh_lao_class_teachers_class_fk foreign key (class_id) references p_ha_tinh_lao_classes (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_class_teachers add constraint p_ha_tinh_lao_class_teachers_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_class_teachers add constraint p_ha_tinh_lao_class_teachers_who_check check ((person_id is null) <> (name is null));
--> statement-breakpoint
create index p_ha_tinh_lao_class_teachers_class_idx on p_ha_tinh_lao_class_teachers (class_id);
--> statement-breakpoint
create index p_ha_tinh_lao_class_teachers_person_idx on p_ha_tinh_lao_class_teachers (person_id);
--> statement-breakpoint
create table p_ha_tinh_lao_enrolments (
  id uuid not null default uuidv7(),
  class_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  state text not null default 'draft',
  why text,
  proposed_by uuid,
  proposed_on date not null,
  consented_on date,
  outcome text,
  reason text
);
--> statement-breakpoint
alter table p_ha_tinh_lao_enrolments add constraint p_ha_tinh_lao_enrolments_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_enrolments add constraint p_ha_tinh_lao_enrolments_class_fk foreign key (class_id) references p_ha_tinh_lao_classes (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_enrolments add constraint p_ha_tinh_lao_enrolments_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_enrolments add constraint p_ha_tinh_lao_enrolments_state_check check (state in ('draft', 'submitted', 'consented', 'enrolled', 'official', 'declined', 'withdrawn', 'cut'));
--> statement-breakpoint
alter table p_ha_tinh_lao_enrolments add constraint p_ha_tinh_lao_enrolments_outcome_check check (outcome in ('official', 'cut'));
--> statement-breakpoint
create index p_ha_tinh_lao_enrolments_class_idx on p_ha_tinh_lao_enrolments (class_id);
--> statement-breakpoint
create index p_ha_tinh_lao_enrolments_person_idx on p_ha_tinh_lao_enrolments (person_id);
--> statement-breakpoint
create table p_ha_tinh_lao_sessions (
  id uuid not null default uuidv7(),
  class_id uuid not null,
  held_on date not null,
  lessons integer not null,
  topic text
);
--> statement-breakpoint
alter table p_ha_tinh_lao_sessions add constraint p_ha_tinh_lao_sessions_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_sessions add constraint p_ha_tinh_lao_sessions_class_fk foreign key (class_id) references p_ha_tinh_lao_classes (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_sessions add constraint p_ha_tinh_lao_sessions_lessons_check check (lessons between 1 and 12);
--> statement-breakpoint
create index p_ha_tinh_lao_sessions_class_idx on p_ha_tinh_lao_sessions (class_id);
--> statement-breakpoint
create table p_ha_tinh_lao_attendances (
  id uuid not null default uuidv7(),
  session_id uuid not null,
  enrolment_id uuid not null,
  mark text not null
);
--> statement-breakpoint
alter table p_ha_tinh_lao_attendances add constraint p_ha_tinh_lao_attendances_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_attendances add constraint p_ha_tinh_lao_attendances_once unique (session_id, enrolment_id);
--> statement-breakpoint
alter table p_ha_tinh_lao_attendances add constraint p_ha_tinh_lao_attendances_session_fk foreign key (session_id) references p_ha_tinh_lao_sessions (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_attendances add constraint p_ha_tinh_lao_attendances_enrolment_fk foreign key (enrolment_id) references p_ha_tinh_lao_enrolments (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_attendances add constraint p_ha_tinh_lao_attendances_mark_check check (mark in ('present', 'excused', 'absent'));
--> statement-breakpoint
create table p_ha_tinh_lao_certificates (
  id uuid not null default uuidv7(),
  enrolment_id uuid not null,
  person_id uuid not null,
  course text not null,
  year integer not null,
  serial integer not null,
  number text not null,
  issued_on date not null,
  decision_number text not null,
  decision_on date not null,
  attended_lessons integer not null,
  due_lessons integer not null,
  confirmed_level integer,
  confirmed_on date,
  confirmation text
);
--> statement-breakpoint
alter table p_ha_tinh_lao_certificates add constraint p_ha_tinh_lao_certificates_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_certificates add constraint p_ha_tinh_lao_certificates_enrolment_once unique (enrolment_id);
--> statement-breakpoint
alter table p_ha_tinh_lao_certificates add constraint p_ha_tinh_lao_certificates_serial_once unique (year, serial);
--> statement-breakpoint
alter table p_ha_tinh_lao_certificates add constraint p_ha_tinh_lao_certificates_enrolment_fk foreign key (enrolment_id) references p_ha_tinh_lao_enrolments (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_certificates add constraint p_ha_tinh_lao_certificates_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_certificates add constraint p_ha_tinh_lao_certificates_course_check check (course in ('basic', 'advanced'));
--> statement-breakpoint
create index p_ha_tinh_lao_certificates_person_idx on p_ha_tinh_lao_certificates (person_id);
--> statement-breakpoint
create table p_ha_tinh_lao_duties (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  work text not null,
  valid_from date not null,
  valid_to date not null default 'infinity'
);
--> statement-breakpoint
alter table p_ha_tinh_lao_duties add constraint p_ha_tinh_lao_duties_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_duties add constraint p_ha_tinh_lao_duties_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_duties add constraint p_ha_tinh_lao_duties_period_check check (valid_from < valid_to);
--> statement-breakpoint
create index p_ha_tinh_lao_duties_person_idx on p_ha_tinh_lao_duties (person_id);
--> statement-breakpoint
create table p_ha_tinh_lao_messages (
  id uuid not null default uuidv7(),
  key text not null,
  unit_id uuid,
  kind text not null,
  subject uuid not null,
  told_at timestamptz not null default now(),
  seen_on date
);
--> statement-breakpoint
alter table p_ha_tinh_lao_messages add constraint p_ha_tinh_lao_messages_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_messages add constraint p_ha_tinh_lao_messages_key_once unique (key);
