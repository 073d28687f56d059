import { type HeldRole, type Reach, type Role, scopeOfGrant, type UnitLine, type UnitTopology } from '@saubac/domain/access';
import { everything, type IsoDate, type UnitId, type UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import { unitTopology } from './topology.ts';

type Row = { role: Role; unit: UnitId | null; line: UnitLine };

/** The lines that some grants need a topology for; undefined if they reach the whole tenant only and need none. */
export const linesOf = (reaches: readonly Reach[]): UnitLine[] | undefined => {
  const onUnits = reaches.filter(({ unit }) => unit !== null);
  return onUnits.length === 0 ? undefined : [...new Set(onUnits.map(({ line }) => line))].filter((it) => it !== 'uses');
};

/** The roles that a user holds in the tenant on a day, with the units each reaches. */
export const heldRoles = async (db: TenantSql, user: UserId, on: IsoDate): Promise<HeldRole[]> => {
  const rows = [
    ...(await db.execute<Row>(sql`
      select role, unit_id as unit, line from grants where user_id = ${user}::uuid and valid_from <= ${on}::date and valid_to > ${on}::date order by role, id`)),
  ];
  const lines = linesOf(rows);
  if (lines === undefined) return rows.map(({ role }) => ({ role, scope: everything }));
  const topology = await unitTopology(db, lines);
  return rows.map(({ role, ...reach }) => ({ role, scope: scopeOfGrant(topology, reach) }));
};

/** Whoever holds a role on a day, with all that is asked of units to know whom something concerns: read once, however many hold one. */
export type RolesHeld = { topology: UnitTopology; held: ReadonlyMap<UserId, readonly HeldRole[]> };

/** The roles that everybody holds in the tenant on a day. */
export const rolesOfAll = async (db: TenantSql, on: IsoDate): Promise<RolesHeld> => {
  const rows = [
    ...(await db.execute<Row & { user: UserId }>(sql`
      select user_id as "user", role, unit_id as unit, line from grants where valid_from <= ${on}::date and valid_to > ${on}::date order by user_id, role, id`)),
  ];
  const topology = await unitTopology(db, linesOf(rows) ?? []);
  const held = rows.map(({ user, role, ...reach }): [UserId, HeldRole] => [user, { role, scope: scopeOfGrant(topology, reach) }]);
  return { topology, held: new Map([...Map.groupBy(held, ([user]) => user)].map(([user, them]) => [user, them.map(([, it]) => it)])) };
};
