-- The registry of tenants and what opens them. The only place that names a tenant's schema, role and node.
create table platform.tenants (
  id uuid not null default uuidv7(),
  slug text collate "C" not null,
  name text not null,
  kind text collate "C" not null,
  province_code text collate "C",
  schema_name text collate "C" not null,
  role_name text collate "C" not null,
  node text collate "C" not null default 'local',
  status text collate "C" not null default 'creating',
  migration_version text collate "C",
  successor_id uuid,
  created_at timestamptz not null default now()
);
--> statement-breakpoint
alter table platform.tenants add constraint tenants_pk primary key (id);
--> statement-breakpoint
alter table platform.tenants add constraint tenants_slug_key unique (slug);
--> statement-breakpoint
alter table platform.tenants add constraint tenants_schema_key unique (schema_name);
--> statement-breakpoint
alter table platform.tenants add constraint tenants_role_key unique (role_name);
--> statement-breakpoint
alter table platform.tenants add constraint tenants_successor_fk foreign key (successor_id) references platform.tenants (id);
--> statement-breakpoint
alter table platform.tenants add constraint tenants_slug_check check (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$');
--> statement-breakpoint
alter table platform.tenants add constraint tenants_kind_check check (kind in ('province', 'ministry', 'provider'));
--> statement-breakpoint
alter table platform.tenants add constraint tenants_status_check check (status in ('creating', 'active', 'archived'));
--> statement-breakpoint
create table platform.tenant_aliases (
  slug text collate "C" not null,
  tenant_id uuid not null
);
--> statement-breakpoint
alter table platform.tenant_aliases add constraint tenant_aliases_pk primary key (slug);
--> statement-breakpoint
alter table platform.tenant_aliases add constraint tenant_aliases_tenant_fk foreign key (tenant_id) references platform.tenants (id);
--> statement-breakpoint
create table platform.tenant_secrets (
  tenant_id uuid not null,
  key_name text collate "C" not null,
  ciphertext text collate "C" not null
);
--> statement-breakpoint
alter table platform.tenant_secrets add constraint tenant_secrets_pk primary key (tenant_id);
--> statement-breakpoint
alter table platform.tenant_secrets add constraint tenant_secrets_tenant_fk foreign key (tenant_id) references platform.tenants (id);
