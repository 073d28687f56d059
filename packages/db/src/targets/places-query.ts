import type { CountedTarget, Population, TargetCounts } from '@saubac/domain/targets';
import { type SQL, sql } from 'drizzle-orm';

import type { Asked, FactSources, Territory } from '../rules/index.ts';
import { countingOf } from './progress-query.ts';

/** What is counted of the people whose post is in one unit itself, target by target. */
export type PlaceCounts = { path: string; counts: TargetCounts[] };

export type PlacesQuery = { statement: SQL; read: (row: Record<string, unknown>) => PlaceCounts };

/** All counted targets of a plan, by the unit in which people have their main post, in one SELECT; units without people have no row. */
export const placesQuery = (population: Population, targets: readonly CountedTarget[], sources: FactSources, territory: Territory, asked: Asked): PlacesQuery => {
  const { people, counts, read } = countingOf(population, targets, sources, territory, asked, [sql`u.path as place`]);
  return { statement: sql`select place, ${counts} from (${people}) t group by place`, read: (row) => ({ path: String(row['place']), counts: read(row) }) };
};
