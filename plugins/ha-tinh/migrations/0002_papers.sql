create table p_ha_tinh_lao_papers (
  id uuid not null default uuidv7(),
  agreement_id uuid,
  class_id uuid,
  kind text not null,
  file_id uuid not null
);
--> statement-breakpoint
alter table p_ha_tinh_lao_papers add constraint p_ha_tinh_lao_papers_pk primary key (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_papers add constraint p_ha_tinh_lao_papers_file_once unique (file_id);
--> statement-breakpoint
alter table p_ha_tinh_lao_papers add constraint p_ha_tinh_lao_papers_agreement_fk foreign key (agreement_id) references p_ha_tinh_lao_agreements (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_papers add constraint p_ha_tinh_lao_papers_class_fk foreign key (class_id) references p_ha_tinh_lao_classes (id);
--> statement-breakpoint
alter table p_ha_tinh_lao_papers add constraint p_ha_tinh_lao_papers_one_owner_check check ((agreement_id is null) <> (class_id is null));
--> statement-breakpoint
alter table p_ha_tinh_lao_papers add constraint p_ha_tinh_lao_papers_kind_check check (kind in ('signed', 'annex', 'decision', 'other'));
--> statement-breakpoint
create index p_ha_tinh_lao_papers_agreement_idx on p_ha_tinh_lao_papers (agreement_id) where agreement_id is not null;
--> statement-breakpoint
create index p_ha_tinh_lao_papers_class_idx on p_ha_tinh_lao_papers (class_id) where class_id is not null;
