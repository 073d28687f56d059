import { linesOf, listGrants, unitTopology } from '@saubac/db/access';
import type { TenantSql } from '@saubac/db/tenancy';
import { type Giver, type Grant, type Reach, scopeOfGrant, type ScopedGrant, topologyOf, type UnitTopology } from '@saubac/domain/access';

import type { Ctx } from '../context/index.ts';

/** What scopes of some grants are resolved with; whoever is granted whole tenants only needs no units. */
export const topologyFor = (db: TenantSql, reaches: readonly Reach[]): Promise<UnitTopology> => {
  const lines = linesOf(reaches);
  return lines === undefined ? Promise.resolve(topologyOf({ places: [], successions: [], lines: [] })) : unitTopology(db, lines);
};

/** A grant with the units it reaches. */
export const scoped = <T extends Grant>(topology: UnitTopology, grant: T): T & ScopedGrant => ({ ...grant, scope: scopeOfGrant(topology, grant) });

/** Who gives or takes: his own grants as they stand in this transaction, and the units that they and the others reach. */
export const giverIn = async (tx: TenantSql, ctx: Pick<Ctx, 'access' | 'actor'>, others: readonly Reach[]): Promise<{ giver: Giver; topology: UnitTopology }> => {
  const { id } = ctx.actor;
  if (ctx.access.kind === 'command-line') return { giver: { kind: 'command-line' }, topology: await topologyFor(tx, others) };
  if (id === null) throw new Error('Whoever acts by grants has an account.');
  const own = await listGrants(tx, [id]);
  const topology = await topologyFor(tx, [...own, ...others]);
  return { giver: { kind: 'user', id, grants: own.map((it) => scoped(topology, it)) }, topology };
};
