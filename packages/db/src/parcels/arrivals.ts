import type postgres from 'postgres';
import type { ParcelManifest } from '@saubac/domain/parcels';

/** An arrival of a parcel: the id that the tenant is to have here, and what is known of where it comes from. */
export type NewArrival = { tenant: string; slug: string; parcel: string; manifest: ParcelManifest; now: Date };

/** Two kinds of advisory locks that belong to arrivals alone. */
const lockSpace = 19;

const originOf = ({ tenant, exportedAt, product, audit }: ParcelManifest) => ({
  tenant: tenant.id, slug: tenant.slug, name: tenant.name, product, exportedAt, position: audit.position, digest: audit.digest,
});

/** Notes that a parcel is about to arrive. The session holds the note until it ends: a note that nobody holds is of somebody who was killed. */
export const beginArrival = async (session: postgres.ISql, { tenant, slug, parcel, manifest, now }: NewArrival): Promise<void> => {
  await session`select pg_advisory_lock(hashtextextended(${tenant}, ${lockSpace}))`;
  await session`
    insert into platform.parcel_arrivals (tenant_id, slug, parcel_digest, begun_at, origin)
    values (${tenant}, ${slug}, ${parcel}, ${now.toISOString()}::text::timestamptz, ${JSON.stringify(originOf(manifest))}::text::jsonb)`;
};

/** Notes that the tenant is here, in the transaction that makes it. */
export const endArrival = async (tx: postgres.ISql, tenant: string, accounts: ReadonlyMap<string, string>, now: Date): Promise<void> => {
  await tx`
    update platform.parcel_arrivals set arrived_at = ${now.toISOString()}::text::timestamptz, accounts = ${JSON.stringify(Object.fromEntries(accounts))}::text::jsonb
    where tenant_id = ${tenant}`;
};

/** Forgets an arrival that came to nothing. */
export const dropArrival = async (session: postgres.ISql, tenant: string): Promise<void> => {
  await session`delete from platform.parcel_arrivals a where tenant_id = ${tenant} and arrived_at is null`;
};

/** The ids of tenants that were to be and are not, because whoever brought them was killed: nobody holds their notes. */
export const abandonedArrivals = async (session: postgres.ISql): Promise<string[]> => {
  const open = await session<{ id: string }[]>`
    select tenant_id as id from platform.parcel_arrivals a where arrived_at is null and not exists (select 1 from platform.tenants t where t.id = a.tenant_id)`;
  const abandoned: string[] = [];
  for (const { id } of open) {
    const [lock] = await session<{ free: boolean }[]>`select pg_try_advisory_lock(hashtextextended(${id}, ${lockSpace})) as free`;
    if (lock?.free) abandoned.push(id);
  }
  return abandoned;
};

/** The ids of accounts here by their ids where a tenant came from, where they differ; none for a tenant that came from nowhere. */
export const accountsThatChanged = async (sql: postgres.ISql, tenant: string): Promise<Map<string, string>> => {
  const [row] = await sql<{ accounts: string }[]>`select accounts::text as accounts from platform.parcel_arrivals where tenant_id = ${tenant}`;
  return new Map(Object.entries(JSON.parse(row?.accounts ?? '{}') as Record<string, string>));
};
