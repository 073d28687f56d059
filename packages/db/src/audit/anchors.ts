import type postgres from 'postgres';
import { visitAsOwner } from '../tenancy/visit-as-owner.ts';
import type { Tenant } from '../tenancy/tenant.ts';

/** The head of a tenant's audit as it once was, kept in `platform`, where no login of the tenant reaches. */
export type Anchor = { position: number; digest: string };

/** What came of anchoring a tenant: a new anchor; nothing, because its head has not moved; or a head that the last anchor contradicts. */
export type Anchoring = 'anchored' | 'unmoved' | 'contradicted';

type Head = { position: string; digest: string; anchored: string | null };

/** All anchors of a tenant, the oldest first. */
export const anchorsOf = async (registry: postgres.Sql, tenantId: string): Promise<Anchor[]> =>
  (await registry<{ position: string; digest: string }[]>`select position, digest from platform.audit_anchors where tenant_id = ${tenantId} order by position`).map(
    ({ position, digest }) => ({ position: Number(position), digest }),
  );

const lastAnchor = async (registry: postgres.Sql, tenantId: string): Promise<Anchor | undefined> => {
  const [row] = await registry<{ position: string; digest: string }[]>`
    select position, digest from platform.audit_anchors where tenant_id = ${tenantId} order by position desc limit 1`;
  return row && { position: Number(row.position), digest: row.digest };
};

/**
 * Keeps the head of a tenant's audit as an anchor if it has moved since the last one. An audit that contradicts the last anchor (it was cut
 * short or written anew) gets no further one: the anchors go on telling what it once was. The head is read over the provisioner's connection.
 */
export const anchorHead = async (registry: postgres.Sql, provisioner: postgres.Sql, tenant: Tenant): Promise<Anchoring> => {
  const last = await lastAnchor(registry, tenant.id);
  const [head] = await visitAsOwner(provisioner, tenant, (tx) => tx<Head[]>`
    select h.position, h.digest, (select e.digest from audit_entries e where e.position = ${last?.position ?? 0}) as anchored from data_head h`);
  const position = Number(head?.position ?? 0);
  if (last && (head?.anchored !== last.digest || position < last.position)) return 'contradicted';
  if (!head || position === (last?.position ?? 0)) return 'unmoved';
  await registry`insert into platform.audit_anchors (tenant_id, position, digest) values (${tenant.id}, ${position}, ${head.digest}) on conflict do nothing`;
  return 'anchored';
};

/** The audit contradicts what was anchored of it: a person has to look. */
class AuditContradicted extends Error {
  constructor() {
    super('The audit contradicts its last anchor.');
    this.name = 'AuditContradicted';
  }
}

/** Anchors the head of a tenant's audit now, and answers with the last anchor: everything that was recorded before is held by it. */
export const anchorNow = async (registry: postgres.Sql, provisioner: postgres.Sql, tenant: Tenant): Promise<Anchor> => {
  if ((await anchorHead(registry, provisioner, tenant)) === 'contradicted') throw new AuditContradicted();
  const last = await lastAnchor(registry, tenant.id);
  if (!last) throw new Error('An audit without an act has no anchor.');
  return last;
};
