import type { IsoDate, UnitId, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { covers, day, whole } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';
import { escapedLike, wordTests } from './folded-name.ts';
import type { NamedUnit } from './unit-file.ts';
import { unitIdsOf } from './subtree.ts';

/** Where a page of units begins: after this one. */
export type UnitPlace = { depth: number; path: string };

/** A unit to be picked. `depth` 0: no unit stands above it; `children`: units directly below it, `people`: those with their main post in it. */
export type FoundUnit = { id: UnitId; code: string; name: string; parent: NamedUnit | null; depth: number; path: string; tier: string; bodyKind: string; children: number; people: number };

export type UnitSearch = {
  on: IsoDate;
  /** Each word stands somewhere in the folded name; or the code begins with `code`. */
  words?: readonly string[] | undefined;
  code?: string | undefined;
  /** Stable code of a unit: only it and those below. */
  below?: string | undefined;
  /** Stable code of a unit whose children are asked for; null: the highest that the scope holds. */
  childrenOf?: string | null | undefined;
  after: UnitPlace | null;
  limit: number;
};

const searchTest = ({ words, code }: UnitSearch): SQL[] => {
  const byName = wordTests('v', words ?? []);
  const byCode = code === undefined ? [] : [sql`lower(u.code) like ${`${escapedLike(code.toLowerCase())}%`}`];
  const either = [...(byName.length > 0 ? [sql`(${sql.join(byName, sql` and `)})`] : []), ...byCode];
  return either.length > 0 ? [sql`(${sql.join(either, sql` or `)})`] : [];
};

const levelTest = ({ childrenOf }: UnitSearch, ids: SQL | undefined): SQL[] => {
  if (childrenOf === undefined) return [];
  if (childrenOf !== null) return [sql`v.parent_id = (select id from units where code = ${childrenOf})`];
  return [ids ? sql`(v.parent_id is null or v.parent_id <> all(${ids}))` : sql`v.parent_id is null`];
};

/** Units of a date in the scope, higher ones first, then as their paths stand: a page of what was looked for, or of the children of one. */
export const findUnits = async (db: TenantDb, scope: UnitScope, search: UnitSearch): Promise<FoundUnit[]> => {
  const { on, after, limit } = search;
  const ids = unitIdsOf({ scope, unit: search.below }, on);
  const inIds = ids && sql`(select ids from asked)::uuid[]`;
  const depth = sql.raw(`(length(v.path) - length(replace(v.path, '/', '')) - 1)`);
  const tests = [sql`v.valid @> ${day(on)}`, ...(inIds ? [sql`v.unit_id = any(${inIds})`] : []), ...searchTest(search), ...levelTest(search, inIds), ...(after ? [sql`(${depth}, v.path) > (${whole(after.depth)}, ${after.path})`] : [])];
  return [
    ...(await db.execute<FoundUnit>(sql`
      ${ids ? sql`with asked as materialized (select ${ids} as ids)` : sql``}
      select u.id, u.code, v.name, case when p.id is not null then jsonb_build_object('code', p.code, 'name', coalesce(pv.name, p.code)) end as parent, ${depth}::int as depth, v.path, v.tier, v.body_kind as "bodyKind",
             (select count(*)::int from unit_versions c where c.parent_id = u.id and c.valid @> ${day(on)}) as children,
             (select count(*)::int from assignments a where a.unit_id = u.id and a.main and ${covers('a', on)}) as people
      from unit_versions v join units u on u.id = v.unit_id left join units p on p.id = v.parent_id left join unit_versions pv on pv.unit_id = p.id and pv.valid @> ${day(on)}
      where ${sql.join(tests, sql` and `)} order by ${depth}, v.path limit ${whole(limit)}`)),
  ];
};
