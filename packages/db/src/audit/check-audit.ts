import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { pgArray } from '../tenancy/pg-array.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { TenantDb, TenantSql } from '../tenancy/tenant-db.ts';
import { anchorsOf, type Anchor } from './anchors.ts';
import { verifyChain, type ChainFault } from './verify-chain.ts';

export type AuditFault =
  | ChainFault
  /** The audit ends before a position that it once had: entries were taken off its end. */
  | { kind: 'cut-short'; position: number }
  /** The entry at this position is not the one that was anchored: the audit was written anew. */
  | { kind: 'rewritten'; position: number };

/** The state of a tenant's audit against itself and against its anchors. */
export type AuditCheck = { entries: number; erased: number; anchors: number; faults: AuditFault[] };

/** What of the audit the anchors contradict. */
export const againstAnchors = async (db: TenantSql, anchors: readonly Anchor[]): Promise<AuditFault[]> => {
  const rows = await db.execute<{ position: string; digest: string }>(sql`
    select position, digest from audit_entries where position = any(${pgArray(anchors.map((anchor) => anchor.position))}::bigint[])`);
  const digests = new Map(rows.map((row) => [Number(row.position), row.digest]));
  return anchors.flatMap(({ position, digest }): AuditFault[] => {
    const found = digests.get(position);
    if (found === digest) return [];
    return [{ kind: found === undefined ? 'cut-short' : 'rewritten', position }];
  });
};

/**
 * Walks the audit of a tenant, recomputes every digest and compares it with every anchor. All of it is read as of one moment, so that
 * writes under way are no faults; the anchors are read before that moment.
 */
export const checkAudit = async (registry: postgres.Sql, { tenant, db }: { tenant: Tenant; db: TenantDb }): Promise<AuditCheck> => {
  const anchors = await anchorsOf(registry, tenant.id);
  return db.transaction(
    async (tx) => {
      const { entries, erased, faults } = await verifyChain(tx);
      return { entries, erased, anchors: anchors.length, faults: [...faults, ...(await againstAnchors(tx, anchors))] };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
};

/** Keeps what a check found. */
export const keepCheck = async (registry: postgres.Sql, tenantId: string, { entries, erased, anchors, faults }: AuditCheck): Promise<void> => {
  await registry`
    insert into platform.audit_checks (tenant_id, entries, erased, anchors, faults)
    values (${tenantId}, ${entries}, ${erased}, ${anchors}, ${JSON.stringify(faults)}::text::jsonb)`;
};

/** A check that was kept: when, and what it found. */
export type KeptCheck = AuditCheck & { at: Date };

/** The last check of a tenant's audit; undefined before the first. */
export const lastCheck = async (registry: postgres.Sql, tenantId: string): Promise<KeptCheck | undefined> => {
  const [row] = await registry<{ at: Date | string; entries: string; erased: string; anchors: string; faults: string }[]>`
    select at, entries, erased, anchors, faults::text as faults from platform.audit_checks where tenant_id = ${tenantId} order by at desc limit 1`;
  return row && { at: new Date(row.at), entries: Number(row.entries), erased: Number(row.erased), anchors: Number(row.anchors), faults: JSON.parse(row.faults) as AuditFault[] };
};
