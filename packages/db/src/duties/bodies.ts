import type { IsoDate, UnitId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
import { day } from '../rules/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Which units a tenant has named for the bodies of a plan. */
export const namedUnitsOfBodies = async (db: TenantSql, plan: string): Promise<ReadonlyMap<string, readonly UnitId[]>> => {
  const rows = await db.execute<{ body: string; units: UnitId[] }>(sql`
    select b.body, jsonb_agg(b.unit_id order by b.unit_id) as units from body_units b join plans p on p.id = b.plan_id where p.code = ${plan} group by 1`);
  return new Map(rows.map((it) => [it.body, it.units]));
};

/** Names the units of a body of a plan; none takes the naming away. */
export const nameUnitsOfBody = async (tx: TenantSql, plan: string, body: string, units: readonly UnitId[]): Promise<void> => {
  await tx.execute(sql`delete from body_units where body = ${body} and plan_id = (select id from plans where code = ${plan})`);
  if (units.length === 0) return;
  await tx.execute(sql`insert into body_units (plan_id, body, unit_id) select p.id, ${body}, u from plans p, unnest(${pgArray([...units])}::uuid[]) u where p.code = ${plan}`);
};

/** The units of a day whose name is exactly one of some, whatever the letters' case; and those of some codes. */
export const unitsNamed = async (db: TenantSql, names: readonly string[], codes: readonly string[], on: IsoDate): Promise<{ id: UnitId; code: string; name: string }[]> =>
  [...(await db.execute<{ id: UnitId; code: string; name: string }>(sql`
    select u.id, u.code, v.name from units u join unit_versions v on v.unit_id = u.id and v.valid @> ${day(on)}
    where lower(v.name) = any(${pgArray(names.map((it) => it.toLowerCase()))}::text[]) or u.code = any(${pgArray([...codes])}::text[])`))];
