import type { FrozenUnit } from '@saubac/domain/closes';
import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { day } from '../rules/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Every unit that exists on a date, in the order of their paths. */
export const unitsToFreeze = async (db: TenantSql, on: IsoDate): Promise<FrozenUnit[]> => [
  ...(await db.execute<FrozenUnit>(sql`select u.id, u.code, v.name, v.path from unit_versions v join units u on u.id = v.unit_id where v.valid @> ${day(on)} order by v.path, u.id`)),
];

/** Keeps the units of a close. */
export const insertCloseUnits = async (tx: TenantSql, close: string, units: readonly FrozenUnit[]): Promise<void> => {
  const column = (key: keyof FrozenUnit): string => pgArray(units.map((it) => it[key]));
  await tx.execute(sql`
    insert into close_units (close_id, place, unit_id, code, name, path)
    select ${close}::uuid, x.place - 1, x.id, x.code, x.name, x.path
    from unnest(${column('id')}::uuid[], ${column('code')}::text[], ${column('name')}::text[], ${column('path')}::text[]) with ordinality as x(id, code, name, path, place)`);
};

/** The units of a close, by their places. */
export const closeUnits = async (db: TenantSql, close: string): Promise<FrozenUnit[]> => [
  ...(await db.execute<FrozenUnit>(sql`select unit_id as id, code, name, path from close_units where close_id = ${close}::uuid order by place`)),
];
