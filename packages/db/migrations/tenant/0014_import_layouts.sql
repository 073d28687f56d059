-- How sheets that are not the product's template are read, as somebody of the tenant has confirmed it.
create table import_layouts (
  id uuid not null default uuidv7(),
  name text not null,
  -- Of the headings of its sheets: a file that has the same is read with it.
  fingerprint text collate "C" not null,
  definition jsonb not null,
  version integer not null default 1,
  confirmed_by uuid,
  confirmed_label text not null,
  confirmed_at timestamptz not null
);
--> statement-breakpoint
alter table import_layouts add constraint import_layouts_pk primary key (id);
--> statement-breakpoint
create unique index import_layouts_name_key on import_layouts (lower(name));
--> statement-breakpoint
create index import_layouts_fingerprint_idx on import_layouts (fingerprint);
--> statement-breakpoint
-- The columns of the template that a row says nothing of: what is kept of them stays.
alter table stage_units add column unstated text;
--> statement-breakpoint
alter table stage_posts add column unstated text;
--> statement-breakpoint
alter table stage_people add column unstated text;
--> statement-breakpoint
alter table stage_certificates add column unstated text;
--> statement-breakpoint
-- The names of the sheets that were read, in the order in which row numbers refer to them.
alter table roster_batches add column sources jsonb;
--> statement-breakpoint
alter table roster_batches add column layout jsonb;
--> statement-breakpoint
-- How the file of an import is to be read, once that is known; before, what is proposed.
alter table imports add column layout jsonb;
--> statement-breakpoint
alter table imports add column proposal jsonb;
--> statement-breakpoint
alter table imports drop constraint imports_state_check;
--> statement-breakpoint
alter table imports add constraint imports_state_check check (state in ('uploaded', 'checking', 'needs-layout', 'checked', 'refused', 'committing', 'committed', 'cancelled', 'failed'));
