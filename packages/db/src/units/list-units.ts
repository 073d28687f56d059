import type { IsoDate, UnitId, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { unitInside } from '../access/index.ts';
import { day } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';

/** A unit on a date, with its place among the others (`depth` 0: no unit above it) and its own people, those with their main post in it. */
export type ListedUnit = {
  id: UnitId;
  code: string;
  name: string;
  parent: string | null;
  depth: number;
  tier: string;
  bodyKind: string;
  field: string | null;
  needsLanguage: boolean | null;
  people: number;
  /** Codes of the units that it reports to and budgets through, where those are others than the one above it. */
  reportsTo: string | null;
  budgetsThrough: string | null;
};

const lineTo = (line: 'reports-to' | 'budgets-through', on: IsoDate): SQL =>
  sql`(select t.code from unit_lines l join units t on t.id = l.to_unit_id where l.unit_id = v.unit_id and l.line = ${line} and l.valid_from <= ${day(on)} and l.valid_to > ${day(on)} limit 1)`;

/** The units of a date, each below the one that manages it; `below` names the unit to begin with. */
export const listUnits = async (db: TenantDb, scope: UnitScope, on: IsoDate, below: string | undefined): Promise<ListedUnit[]> => {
  const ofUnit =
    below === undefined ? sql`` : sql` and exists (select 1 from unit_versions r join units ru on ru.id = r.unit_id where ru.code = ${below} and r.valid @> ${day(on)} and starts_with(v.path, r.path))`;
  return [
    ...(await db.execute<ListedUnit>(sql`
      select u.id, u.code, v.name, p.code as parent, (length(v.path) - length(replace(v.path, '/', '')) - 1)::int as depth, v.tier, v.body_kind as "bodyKind", v.field,
             v.needs_language as "needsLanguage", coalesce(n.people, 0)::int as people, ${lineTo('reports-to', on)} as "reportsTo", ${lineTo('budgets-through', on)} as "budgetsThrough"
      from unit_versions v join units u on u.id = v.unit_id left join units p on p.id = v.parent_id
      left join (select a.unit_id, count(*) as people from assignments a where a.main and a.valid_from <= ${day(on)} and a.valid_to > ${day(on)} group by a.unit_id) n on n.unit_id = v.unit_id
      where v.valid @> ${day(on)} and ${unitInside(sql`v.unit_id`, scope, on)}${ofUnit} order by v.path`)),
  ];
};
