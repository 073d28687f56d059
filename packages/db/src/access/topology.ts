import { type Line, type PlacedUnit, type Succession, topologyOf, type UnitLine, type UnitTopology } from '@saubac/domain/access';
import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

type Row = { places: PlacedUnit[] | null; successions: Succession[] | null; lines: Line[] | null };

/**
 * All that scopes ask about the tenant's units, of every date: where each stood, what followed which, and such lines as are asked for
 * (whoever is granted no line needs none).
 */
export const unitTopology = async (db: TenantSql, lines: readonly UnitLine[]): Promise<UnitTopology> => {
  const [row] = await db.execute<Row>(sql`
    select (select jsonb_agg(jsonb_build_object('unit', unit_id, 'path', path, 'from', coalesce(lower(valid)::text, '-infinity'), 'to', coalesce(upper(valid)::text, 'infinity'))) from unit_versions) as places,
           (select jsonb_agg(jsonb_build_object('unit', from_unit_id, 'successor', to_unit_id, 'on', on_date)) from unit_successions) as successions,
           (select jsonb_agg(jsonb_build_object('unit', unit_id, 'line', line, 'target', to_unit_id, 'from', valid_from::text, 'to', valid_to::text)) from unit_lines where line = any(${pgArray(lines)}::text[])) as lines`);
  return topologyOf({ places: row?.places ?? [], successions: row?.successions ?? [], lines: row?.lines ?? [] });
};
