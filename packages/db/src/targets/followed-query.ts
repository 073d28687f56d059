import type { CountedTarget, Population, TargetCounts } from '@saubac/domain/targets';
import type { IsoDate, UnitId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, covers, type FactSources, type Territory } from '../rules/index.ts';
import { pgArray } from '../tenancy/index.ts';
import { countingOf } from './progress-query.ts';

/** People who were in one unit on the date, and (day by day, where it decides) in the same unit later; null: in none. */
export type FollowedCounts = { unit: UnitId; later: ReadonlyMap<IsoDate, UnitId | null>; counts: TargetCounts };

export type FollowedQuery = { statement: SQL; read: (row: Record<string, unknown>) => FollowedCounts };

/** Whose later units are asked for, and on which days. */
export type LaterUnits = { units: readonly UnitId[]; days: readonly IsoDate[] };

/** One target, by the unit in which people have their main post on the date and, of people of some units, by where they are on later days; one SELECT. */
export const followedQuery = (population: Population, target: CountedTarget, sources: FactSources, territory: Territory, asked: Asked, { units, days }: LaterUnits): FollowedQuery => {
  const columns = days.map((_, i) => sql.raw(`later_${i}`));
  const later = days.map((day, i) => sql`case when u.unit_id = any(${pgArray(units)}::uuid[]) then (select l.unit_id from assignments l where l.person_id = a.person_id and l.main and ${covers('l', day)} limit 1) end as ${columns[i] ?? sql``}`);
  const { people, counts, read } = countingOf(population, [target], sources, territory, asked, [sql`u.unit_id as place`, ...later]);
  const by = sql.join([sql`place`, ...columns], sql`, `);
  return {
    statement: sql`select ${by}, ${counts} from (${people}) t group by ${by}`,
    read: (row) => ({
      unit: String(row['place']) as UnitId,
      later: new Map(days.map((day, i) => [day, (row[`later_${i}`] ?? null) as UnitId | null])),
      counts: read(row)[0] as TargetCounts,
    }),
  };
};
