-- Tenants that came as parcels from elsewhere: where from, in which state, and which accounts became which. Written before anything else of
-- an arrival, so that the next one finds what a killed one has left; arrived_at is set in the transaction that makes the tenant.
create table parcel_arrivals (
  tenant_id uuid not null,
  slug text collate "C" not null,
  parcel_digest text collate "C" not null,
  begun_at timestamptz not null,
  arrived_at timestamptz,
  -- Short name, id and product version there, the moment of the export, the head of the audit.
  origin jsonb not null,
  -- Ids of accounts there and here, where they differ: what is chained in the audit goes on naming the former.
  accounts jsonb not null default '{}'
);
--> statement-breakpoint
alter table parcel_arrivals add constraint parcel_arrivals_pk primary key (tenant_id);
