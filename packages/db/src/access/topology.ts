import { type Line, type PlacedUnit, type Succession, topologyOf, type UnitLine, type UnitTopology } from '@saubac/domain/access';
import type { IsoDate, UnitId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

// Thousands of rows as one text: eight times as quick as a JSON array of them, and a scope waits for it. Only the path, which stands
// last, may hold blanks.
const recordEnd = '\u001E';

const recordsOf = (text: string | null): string[][] => (text === null ? [] : text.split(recordEnd).map((record) => record.split(' ')));

const placeOf = ([unit, from, to, ...path]: string[]): PlacedUnit => ({ unit: unit as UnitId, from: from as PlacedUnit['from'], to: to as PlacedUnit['to'], path: path.join(' ') });
const successionOf = ([unit, on, successor]: string[]): Succession => ({ unit: unit as UnitId, on: on as IsoDate, successor: successor === '-' ? null : (successor as UnitId) });
const lineOf = ([unit, line, target, from, to]: string[]): Line => ({ unit: unit as UnitId, line: line as UnitLine, target: target as UnitId, from: from as Line['from'], to: to as Line['to'] });

type Row = { places: string | null; successions: string | null; lines: string | null };

/**
 * All that scopes ask about the tenant's units, of every date: where each stood, what followed which, and such lines as are asked for
 * (whoever is granted no line needs none).
 */
export const unitTopology = async (db: TenantSql, lines: readonly UnitLine[]): Promise<UnitTopology> => {
  const [row] = await db.execute<Row>(sql`
    select (select string_agg(concat_ws(' ', unit_id, coalesce(lower(valid)::text, '-infinity'), coalesce(upper(valid)::text, 'infinity'), path), ${recordEnd}) from unit_versions) as places,
           (select string_agg(concat_ws(' ', from_unit_id, on_date, coalesce(to_unit_id::text, '-')), ${recordEnd}) from unit_successions) as successions,
           (select string_agg(concat_ws(' ', unit_id, line, to_unit_id, valid_from, valid_to), ${recordEnd}) from unit_lines where line = any(${pgArray(lines)}::text[])) as lines`);
  return topologyOf({ places: recordsOf(row?.places ?? null).map(placeOf), successions: recordsOf(row?.successions ?? null).map(successionOf), lines: recordsOf(row?.lines ?? null).map(lineOf) });
};
