-- Certificates, what decides their level, and the levels written from them.
create table issuers (
  id uuid not null default uuidv7(),
  code text collate "C" not null,
  name text not null,
  version integer not null default 1
);
--> statement-breakpoint
alter table issuers add constraint issuers_pk primary key (id);
--> statement-breakpoint
alter table issuers add constraint issuers_code_key unique (code);
--> statement-breakpoint
create table issuer_licences (
  id uuid not null default uuidv7(),
  issuer_id uuid not null,
  certificate_type text collate "C" not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  basis text
);
--> statement-breakpoint
alter table issuer_licences add constraint issuer_licences_pk primary key (id);
--> statement-breakpoint
alter table issuer_licences add constraint issuer_licences_issuer_fk foreign key (issuer_id) references issuers (id);
--> statement-breakpoint
alter table issuer_licences add constraint issuer_licences_type_fk foreign key (certificate_type) references platform.certificate_types (code);
--> statement-breakpoint
alter table issuer_licences add constraint issuer_licences_period_check check (valid_from < valid_to);
--> statement-breakpoint
alter table issuer_licences add constraint issuer_licences_key unique (issuer_id, certificate_type, valid_from);
--> statement-breakpoint
create table certificate_validity (
  id uuid not null default uuidv7(),
  certificate_type text collate "C" not null,
  months integer,
  valid_from date not null,
  valid_to date not null default 'infinity',
  basis text
);
--> statement-breakpoint
alter table certificate_validity add constraint certificate_validity_pk primary key (id);
--> statement-breakpoint
alter table certificate_validity add constraint certificate_validity_type_fk foreign key (certificate_type) references platform.certificate_types (code);
--> statement-breakpoint
alter table certificate_validity add constraint certificate_validity_months_check check (months > 0);
--> statement-breakpoint
alter table certificate_validity add constraint certificate_validity_key unique (certificate_type, valid_from);
--> statement-breakpoint
create table equivalence_adoptions (
  id uuid not null default uuidv7(),
  table_code text collate "C" not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  basis text
);
--> statement-breakpoint
alter table equivalence_adoptions add constraint equivalence_adoptions_pk primary key (id);
--> statement-breakpoint
alter table equivalence_adoptions add constraint equivalence_adoptions_table_fk foreign key (table_code) references platform.equivalence_tables (code);
--> statement-breakpoint
alter table equivalence_adoptions add constraint equivalence_adoptions_period_check check (valid_from < valid_to);
--> statement-breakpoint
alter table equivalence_adoptions add constraint equivalence_adoptions_key unique (table_code, valid_from);
--> statement-breakpoint
create table specialised_language_proofs (
  id uuid not null default uuidv7(),
  certificate_type text collate "C" not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  basis text
);
--> statement-breakpoint
alter table specialised_language_proofs add constraint specialised_language_proofs_pk primary key (id);
--> statement-breakpoint
alter table specialised_language_proofs add constraint specialised_language_proofs_type_fk foreign key (certificate_type) references platform.certificate_types (code);
--> statement-breakpoint
alter table specialised_language_proofs add constraint specialised_language_proofs_key unique (certificate_type, valid_from);
--> statement-breakpoint
create table certificates (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  type_code text collate "C" not null,
  language_code text collate "C" not null,
  number text collate "C",
  issuer_id uuid,
  issuer_name text,
  exam_date date not null,
  expires_on date,
  score numeric(6,2),
  listening numeric(6,2),
  reading numeric(6,2),
  speaking numeric(6,2),
  writing numeric(6,2),
  grade text collate "C",
  state text collate "C" not null default 'declared',
  version integer not null default 1
);
--> statement-breakpoint
alter table certificates add constraint certificates_pk primary key (id);
--> statement-breakpoint
alter table certificates add constraint certificates_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table certificates add constraint certificates_type_fk foreign key (type_code) references platform.certificate_types (code);
--> statement-breakpoint
alter table certificates add constraint certificates_language_fk foreign key (language_code) references platform.languages (code);
--> statement-breakpoint
alter table certificates add constraint certificates_issuer_fk foreign key (issuer_id) references issuers (id);
--> statement-breakpoint
alter table certificates add constraint certificates_state_check check (state in ('declared', 'verified', 'rejected', 'void'));
--> statement-breakpoint
alter table certificates add constraint certificates_key unique nulls not distinct (person_id, type_code, language_code, exam_date, number);
--> statement-breakpoint
create index certificates_person_idx on certificates (person_id);
--> statement-breakpoint
create table level_decisions (
  id uuid not null default uuidv7(),
  certificate_id uuid not null,
  framework_code text collate "C" not null,
  level smallint not null,
  decided_on date not null,
  valid_to date not null default 'infinity',
  document text not null
);
--> statement-breakpoint
alter table level_decisions add constraint level_decisions_pk primary key (id);
--> statement-breakpoint
alter table level_decisions add constraint level_decisions_certificate_fk foreign key (certificate_id) references certificates (id);
--> statement-breakpoint
alter table level_decisions add constraint level_decisions_certificate_key unique (certificate_id);
--> statement-breakpoint
alter table level_decisions add constraint level_decisions_level_fk foreign key (framework_code, level) references platform.framework_levels (framework_code, level);
--> statement-breakpoint
create table certificate_levels (
  id uuid not null default uuidv7(),
  certificate_id uuid not null,
  person_id uuid not null,
  language_code text collate "C" not null,
  equivalence_code text collate "C",
  level smallint not null,
  valid_from date not null,
  valid_to date not null,
  state text collate "C" not null
);
--> statement-breakpoint
alter table certificate_levels add constraint certificate_levels_pk primary key (id);
--> statement-breakpoint
alter table certificate_levels add constraint certificate_levels_certificate_fk foreign key (certificate_id) references certificates (id);
--> statement-breakpoint
alter table certificate_levels add constraint certificate_levels_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table certificate_levels add constraint certificate_levels_language_fk foreign key (language_code) references platform.languages (code);
--> statement-breakpoint
alter table certificate_levels add constraint certificate_levels_equivalence_fk foreign key (equivalence_code) references platform.equivalence_tables (code);
--> statement-breakpoint
alter table certificate_levels add constraint certificate_levels_period_check check (valid_from < valid_to);
--> statement-breakpoint
alter table certificate_levels add constraint certificate_levels_key unique nulls not distinct (certificate_id, equivalence_code);
--> statement-breakpoint
create index certificate_levels_person_idx on certificate_levels (person_id);
--> statement-breakpoint
create table language_claims (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  text_as_given text not null,
  proposal jsonb not null,
  state text collate "C" not null default 'open',
  recorded_on date not null
);
--> statement-breakpoint
alter table language_claims add constraint language_claims_pk primary key (id);
--> statement-breakpoint
alter table language_claims add constraint language_claims_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table language_claims add constraint language_claims_state_check check (state in ('open', 'accepted', 'dismissed'));
--> statement-breakpoint
alter table language_claims add constraint language_claims_key unique (person_id, text_as_given);
