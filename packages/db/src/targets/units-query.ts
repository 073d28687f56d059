import type { CountedTarget, Population, TargetCounts } from '@saubac/domain/targets';
import { rootsOn } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, day, type FactSources, listOf, type Territory, whole } from '../rules/index.ts';
import { countingOf } from './progress-query.ts';

/** The figures of one row of a table of units: a unit with all below it, or (`unit` null) the asked unit's own people. */
export type UnitCounts = { unit: { code: string; name: string; hasUnits: boolean } | null; counts: TargetCounts };

export type UnitsQuery = { statement: SQL; read: (row: Record<string, unknown>) => UnitCounts };

/** Where a table of units begins: below one unit, at the units without one above, or at the units that a caller may see. */
export type UnitsBelow = { kind: 'unit'; path: string } | { kind: 'top' } | { kind: 'scope' };

const meetsPlan = ({ planUnits }: Territory, asked: Asked): SQL =>
  planUnits.length === 0
    ? sql``
    : sql` and exists (select 1 from unit_versions r where r.unit_id in (${listOf(planUnits)}) and r.valid @> ${day(asked.on)} and (starts_with(v.path, r.path) or starts_with(r.path, v.path)))`;

const depth = (path: SQL): SQL => sql`length(${path}) - length(replace(${path}, '/', ''))`;

/**
 * The units directly below a path (empty: at the top). One whose managing unit has ended stands below the nearest unit above it that still
 * exists, so that nobody falls out of the table.
 */
const directlyBelow = (above: string, asked: Asked): SQL => sql`starts_with(v.path, ${above}) and v.path <> ${above} and (
  ${depth(sql`v.path`)} = ${whole(above.split('/').length)}
  or (not exists (select 1 from unit_versions m where m.unit_id = v.parent_id and m.valid @> ${day(asked.on)})
    and not exists (select 1 from unit_versions r where r.valid @> ${day(asked.on)} and r.path <> ${above} and r.path <> v.path and starts_with(r.path, ${above}) and starts_with(v.path, r.path))))`;

/** Which units make the rows. */
const rowTest = (below: UnitsBelow, { scope }: Territory, asked: Asked): SQL => {
  if (below.kind !== 'scope') return directlyBelow(below.kind === 'unit' ? below.path : '', asked);
  const roots = rootsOn(scope, asked.on);
  if (roots.length === 0) return sql`false`;
  // One of the caller's units may stand below another of them, and is then part of that row.
  return sql`v.unit_id in (${listOf(roots)}) and not exists (select 1 from unit_versions r where r.unit_id in (${listOf(roots)}) and r.unit_id <> v.unit_id and r.valid @> ${day(asked.on)} and starts_with(v.path, r.path))`;
};

/**
 * One target for each unit of a row, with everybody below it, in one SELECT: everybody stands in exactly one row, so that the rows add up to
 * the figures of the whole. Units without people have a row of zeros.
 */
export const unitsQuery = (population: Population, target: CountedTarget, sources: FactSources, territory: Territory, asked: Asked, below: UnitsBelow): UnitsQuery => {
  const { people, counts, sums, read } = countingOf(population, [target], sources, territory, asked, [sql`u.path as place`]);
  const own = below.kind === 'unit' ? sql` union all select null, null, ${below.path}, false, true` : sql``;
  return {
    statement: sql`
      with rows as materialized (
        select un.code, v.name, v.path,
               exists (select 1 from unit_versions c where c.path > v.path and c.path < left(v.path, -1) || '0' and c.valid @> ${day(asked.on)}) as has_units, false as own
        from unit_versions v join units un on un.id = v.unit_id
        where v.valid @> ${day(asked.on)} and ${rowTest(below, territory, asked)}${meetsPlan(territory, asked)}${own}
      ), places as (
        select place, ${counts} from (${people}) t group by place
      )
      select r.code, r.name, r.has_units, ${sums} from rows r left join places p on starts_with(p.place, r.path) and (not r.own or p.place = r.path)
      group by r.code, r.name, r.has_units, r.path, r.own order by r.own desc, r.path`,
    read: (row) => ({
      unit: row['code'] === null ? null : { code: String(row['code']), name: String(row['name']), hasUnits: row['has_units'] === true },
      counts: read(row)[0] as TargetCounts,
    }),
  };
};
