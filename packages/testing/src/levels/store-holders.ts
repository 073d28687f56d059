import { pgArray, type TenantDb } from '@saubac/db/tenancy';
import type { PersonId, UnitId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { storePeople } from './store-certificates.ts';

/** A small tenant: the unit `P` over `A` and `B`, since 2000, each of the two with so many people in it. */
export type Holders = { units: Record<'P' | 'A' | 'B', UnitId>; people: Record<'A' | 'B', PersonId[]> };

/** Stores units and people who hold posts in them. */
export const storeHolders = async (db: TenantDb, each = 2): Promise<Holders> => {
  const rows = await db.execute<{ id: UnitId; code: 'P' | 'A' | 'B' }>(sql`insert into units (code) values ('P'), ('A'), ('B') returning id, code`);
  const units = Object.fromEntries(rows.map((it) => [it.code, it.id])) as Holders['units'];
  await db.execute(sql`
    insert into unit_versions (unit_id, valid, parent_id, name, path, tier, body_kind)
    select id, '[2000-01-01,)', case when code <> 'P' then ${units.P}::uuid end, 'Unit ' || code, case when code = 'P' then 'P/' else 'P/' || code || '/' end, 'province', 'state' from units where code in ('P', 'A', 'B')`);
  const people = { A: await storePeople(db, each), B: await storePeople(db, each) };
  for (const unit of ['A', 'B'] as const) {
    await db.execute(sql`
      insert into assignments (person_id, unit_id, kind, main, valid_from) select p, ${units[unit]}::uuid, 'civil-servant', true, '2010-01-01' from unnest(${pgArray(people[unit])}::uuid[]) as t (p)`);
  }
  return { units, people };
};
