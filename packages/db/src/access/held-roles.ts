import type { HeldRole, Role } from '@saubac/domain/access';
import { everything, type IsoDate, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';

/** The roles that a user holds in the tenant on a day, with the units each reaches. */
export const heldRoles = async (db: TenantSql, user: UserId, on: IsoDate): Promise<HeldRole[]> => {
  const rows = await db.execute<{ role: Role; unit: UnitId | null }>(sql`
    select role, unit_id as unit from grants where user_id = ${user}::uuid and valid_from <= ${on}::date and valid_to > ${on}::date order by role, id`);
  return rows.map(({ role, unit }) => ({ role, scope: unit === null ? everything : subtreesOf([unit]) }));
};
