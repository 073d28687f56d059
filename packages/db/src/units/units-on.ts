import type { IsoDate, UnitId, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { unitInside } from '../access/index.ts';
import { day, isBounded, listOf, type Territory, territoryTest } from '../rules/index.ts';
import type { TenantSql } from '../tenancy/index.ts';

/** A unit as it stands on a date. */
export type UnitOn = { id: UnitId; code: string; name: string; path: string };

/** The unit of a stable code as it stands on a date; undefined if there is no such unit on that date, or the scope hides it. */
export const unitOn = async (db: TenantSql, scope: UnitScope, code: string, on: IsoDate): Promise<UnitOn | undefined> => {
  const [row] = await db.execute<UnitOn>(
    sql`select u.id, u.code, v.name, v.path from units u join unit_versions v on v.unit_id = u.id and v.valid @> ${day(on)} where u.code = ${code} and ${unitInside(sql`u.id`, scope, on)}`,
  );
  return row;
};

/** The units of a date that the scope holds, in the order of their paths. */
export const unitsStanding = async (db: TenantSql, scope: UnitScope, on: IsoDate): Promise<UnitOn[]> => [
  ...(await db.execute<UnitOn>(sql`select u.id, u.code, v.name, v.path from units u join unit_versions v on v.unit_id = u.id where v.valid @> ${day(on)} and ${unitInside(sql`u.id`, scope, on)} order by v.path`)),
];

/** The stable code of every unit, of whatever date. */
export const unitCodes = async (db: TenantSql): Promise<string[]> => (await db.execute<{ code: string }>(sql`select code from units order by code`)).map((it) => it.code);

/** The ids of stable codes, whatever the date; codes that the tenant does not know are missing from the map. */
export const unitIdsByCode = async (db: TenantSql, codes: readonly string[]): Promise<Map<string, UnitId>> => {
  if (codes.length === 0) return new Map();
  const rows = await db.execute<{ id: UnitId; code: string }>(sql`select id, code from units where code in (${listOf([...new Set(codes)])})`);
  return new Map(rows.map((it) => [it.code, it.id]));
};

/** The stable codes of some units by their ids. */
export const unitCodesById = async (db: TenantSql, ids: readonly UnitId[]): Promise<Map<UnitId, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: UnitId; code: string }>(sql`select id, code from units where id in (${listOf([...new Set(ids)])})`);
  return new Map(rows.map((it) => [it.id, it.code]));
};

/** The units of a date that lie in a territory. */
export const unitIdsIn = async (db: TenantSql, territory: Territory, on: IsoDate): Promise<UnitId[]> =>
  (await db.execute<{ id: UnitId }>(sql`select v.unit_id as id from unit_versions v where v.valid @> ${day(on)}${territoryTest(territory, { on })}`)).map((it) => it.id);

/** A territory with its units looked up, unless it is the whole tenant. */
export const lookedUp = async (db: TenantSql, territory: Territory, on: IsoDate): Promise<Territory> => (isBounded(territory) ? { ...territory, unitIds: await unitIdsIn(db, territory, on) } : territory);

/** How many of some units stand within a scope on a date. */
export const unitsInside = async (db: TenantSql, scope: UnitScope, units: readonly UnitId[], on: IsoDate): Promise<number> => {
  if (units.length === 0) return 0;
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from unit_versions v where v.unit_id in (${listOf(units)}) and v.valid @> ${day(on)} and ${unitInside(sql`v.unit_id`, scope, on)}`,
  );
  return row?.count ?? 0;
};

/** Whether two sets of units share territory on a date: one of a unit's ancestors or the unit itself stands in the other set. */
export const territoriesMeet = async (db: TenantSql, a: readonly UnitId[], b: readonly UnitId[], on: IsoDate): Promise<boolean> => {
  if (a.length === 0 || b.length === 0) return true;
  const [row] = await db.execute<{ meet: boolean }>(
    sql`select exists (
      select 1 from unit_versions x join unit_versions y on starts_with(x.path, y.path) or starts_with(y.path, x.path)
      where x.unit_id in (${listOf(a)}) and y.unit_id in (${listOf(b)}) and x.valid @> ${day(on)} and y.valid @> ${day(on)}
    ) as meet`,
  );
  return row?.meet ?? false;
};

/** Units by their ids, with the names they have on a date or had last; ids that nobody has are missing from the map. */
export const unitsById = async (db: TenantSql, ids: readonly UnitId[], on: IsoDate): Promise<Map<UnitId, { id: UnitId; code: string; name: string }>> => {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: UnitId; code: string; name: string }>(sql`
    select distinct on (u.id) u.id, u.code, v.name from units u join unit_versions v on v.unit_id = u.id
    where u.id in (${listOf([...new Set(ids)])}) order by u.id, v.valid @> ${day(on)} desc, v.valid desc`);
  return new Map(rows.map((it) => [it.id, it]));
};
