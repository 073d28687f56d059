import type { PeriodEnd } from '@saubac/domain/people';
import type { IsoDate, UnitId, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { unitInside } from '../access/index.ts';
import { covers, day } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';

/** Another unit that a unit's file speaks of, with its name on the date or the last it had. */
export type NamedUnit = { code: string; name: string };

type Kept = { from: IsoDate; to: PeriodEnd };

/** All that is kept of a unit: what it was when, its lines to other units, what it followed and what followed it. */
export type UnitFile = {
  id: UnitId;
  code: string;
  version: number;
  versions: (Kept & { name: string; parent: NamedUnit | null; officialCode: string | null; tier: string; bodyKind: string; field: string | null; needsLanguage: boolean | null })[];
  lines: (Kept & { line: string; unit: NamedUnit })[];
  /** Units that it was made from. */
  follows: { on: IsoDate; kind: string; unit: NamedUnit }[];
  /** Units that came of it; null: none, it was abolished. */
  followedBy: { on: IsoDate; kind: string; unit: NamedUnit | null }[];
  /** How many have their main post in it on the date, and how many in it or below. */
  people: number;
  peopleBelow: number;
};

/** The file of a unit by its code or id, if it exists in the scope on the date; with a scope of everything, also one of other days. */
export const unitFile = async (db: TenantDb, scope: UnitScope, key: { code: string } | { id: string }, on: IsoDate): Promise<UnitFile | undefined> => {
  const named = (unit: string) => sql.raw(`(select jsonb_build_object('code', n.code, 'name', coalesce((select x.name from unit_versions x where x.unit_id = n.id order by x.valid @> date '${on}' desc, x.valid desc limit 1), n.code)) from units n where n.id = ${unit})`);
  const which = 'code' in key ? sql`u.code = ${key.code}` : sql`u.id = ${key.id}::uuid`;
  const [row] = await db.execute<UnitFile>(sql`
    select u.id, u.code, u.version,
      (select coalesce(jsonb_agg(jsonb_build_object('from', lower(v.valid), 'to', coalesce(upper(v.valid), 'infinity'), 'name', v.name, 'parent', ${named('v.parent_id')}, 'officialCode', v.official_code,
          'tier', v.tier, 'bodyKind', v.body_kind, 'field', v.field, 'needsLanguage', v.needs_language) order by v.valid), '[]') from unit_versions v where v.unit_id = u.id) as versions,
      (select coalesce(jsonb_agg(jsonb_build_object('from', l.valid_from, 'to', l.valid_to, 'line', l.line, 'unit', ${named('l.to_unit_id')}) order by l.line, l.valid_from), '[]') from unit_lines l where l.unit_id = u.id) as lines,
      (select coalesce(jsonb_agg(jsonb_build_object('on', s.on_date, 'kind', s.kind, 'unit', ${named('s.from_unit_id')}) order by s.on_date, s.from_unit_id), '[]') from unit_successions s where s.to_unit_id = u.id) as follows,
      (select coalesce(jsonb_agg(jsonb_build_object('on', s.on_date, 'kind', s.kind, 'unit', ${named('s.to_unit_id')}) order by s.on_date, s.to_unit_id), '[]') from unit_successions s where s.from_unit_id = u.id) as "followedBy",
      (select count(*)::int from assignments a where a.unit_id = u.id and a.main and ${covers('a', on)}) as people,
      (select count(*)::int from assignments a where a.main and ${covers('a', on)} and a.unit_id = any(array(
        select v.unit_id from unit_versions top join unit_versions v on v.path >= top.path and v.path < left(top.path, -1) || '0'
        where top.unit_id = u.id and top.valid @> ${day(on)} and v.valid @> ${day(on)}))) as "peopleBelow"
    from units u where ${which} and ${unitInside(sql`u.id`, scope, on)}`);
  return row;
};
