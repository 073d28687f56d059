-- Who is sent to which border gate, and when.
create table p_lang_son_gate_duties (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  gate text not null,
  valid_from date not null,
  valid_to date not null
);
--> statement-breakpoint
alter table p_lang_son_gate_duties add constraint p_lang_son_gate_duties_pk primary key (id);
--> statement-breakpoint
alter table p_lang_son_gate_duties add constraint p_lang_son_gate_duties_person_fk foreign key (person_id) references people (id);
--> statement-breakpoint
alter table p_lang_son_gate_duties add constraint p_lang_son_gate_duties_gate_check check (gate in ('huu-nghi', 'tan-thanh', 'chi-ma'));
--> statement-breakpoint
alter table p_lang_son_gate_duties add constraint p_lang_son_gate_duties_period_check check (valid_from < valid_to);
--> statement-breakpoint
create index p_lang_son_gate_duties_person_idx on p_lang_son_gate_duties (person_id);
