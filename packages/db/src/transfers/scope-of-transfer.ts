import { type IsoDate, rootsOn, type UnitId, type UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray } from '../tenancy/index.ts';

/** Every unit that a scope names, of whatever day. */
const named = (scope: UnitScope & { kind: 'subtrees' }): UnitId[] => [...new Set([...scope.roots, ...scope.dated.map(({ unit }) => unit)])];

/**
 * Whether a scope covers the units that a transfer was made for (a column of unit ids; null: all units): what it tells of people was found
 * within those, so it is shown only to whoever may see all of them.
 */
export const covers = (scope: UnitScope, column: SQL, on: IsoDate): SQL =>
  scope.kind === 'everything'
    ? sql`true`
    : sql`(${column} is not null and not exists (
        select 1 from unnest(${column}) s (unit_id) where not s.unit_id = any(${pgArray(named(scope))}::uuid[]) and not exists (
          select 1 from unit_versions v join unit_versions r on r.unit_id = any(${pgArray(rootsOn(scope, on))}::uuid[]) and r.valid @> ${on}::date and starts_with(v.path, r.path)
          where v.unit_id = s.unit_id and v.valid @> ${on}::date)))`;

/** A scope as it is kept with a transfer. */
export const unitsOf = (scope: UnitScope): string | null => (scope.kind === 'everything' ? null : pgArray(named(scope)));

/** A moment as it is shown: in UTC. */
export const moment = (column: string): SQL => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
