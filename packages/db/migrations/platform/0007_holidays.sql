-- Days that differ from the week: public holidays with the days taken in lieu (Labour Code 2019, Articles 111(3) and 112), and Saturdays and
-- Sundays that are worked for a day off that was moved. What the yearly notice has yet to say stands as not confirmed.
create table platform.holidays (
  day date not null,
  kind text collate "C" not null,
  name_vi text not null,
  name_en text not null,
  legal_basis text not null,
  confirmed boolean not null
);
--> statement-breakpoint
alter table platform.holidays add constraint holidays_pk primary key (day);
--> statement-breakpoint
alter table platform.holidays add constraint holidays_kind_check check (kind in ('off', 'worked'));
