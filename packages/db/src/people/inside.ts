import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { day } from '../rules/index.ts';

// Paths change with reforms: somebody last assigned to a unit that is gone since is where that unit stood then.
const unitsBelow = (roots: SQL): SQL => sql`
  select v.unit_id from unit_versions v join unit_versions r on r.unit_id in (${roots}) and starts_with(v.path, r.path) and v.valid && r.valid`;

/** Of several posts on a date the current one, the main one, the one that lasts longest: where somebody is, or was last. */
const order = (alias: string, on: IsoDate): SQL => sql`${sql.raw(alias)}.valid_to > ${day(on)}, ${sql.raw(alias)}.main, ${sql.raw(alias)}.valid_to`;

/** The unit where a person is assigned on a date or was last assigned before it, as a subquery of one value. */
export const unitOfPerson = (person: SQL, on: IsoDate): SQL => sql`
  (select z.unit_id from assignments z where z.person_id = ${person} and z.valid_from <= ${day(on)} order by z.valid_to > ${day(on)} desc, z.main desc, z.valid_to desc limit 1)`;

const peopleOfUnits = (roots: SQL, person: SQL, on: IsoDate): SQL => sql`
  ${person} = any(array(
    select a.person_id from assignments a where a.unit_id = any(array(${unitsBelow(roots)})) and a.valid_from <= ${day(on)}
      and not exists (select 1 from assignments b where b.person_id = a.person_id and b.id <> a.id and b.valid_from <= ${day(on)} and (${order('b', on)}) > (${order('a', on)}))))`;

/** A condition: the person is, or was last, in the unit of a stable code or below it on the date. */
export const peopleBelow = (code: string, person: SQL, on: IsoDate): SQL => peopleOfUnits(sql`select id from units where code = ${code}::text`, person, on);
