import type { IsoDate, PersonId, UnitScope, UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import type { TenantSql } from '../tenancy/index.ts';

/** Whom a record that went is now, if the scope holds that person on the date. */
export const mergedInto = async (db: TenantSql, scope: UnitScope, id: PersonId, on: IsoDate): Promise<PersonId | undefined> => {
  const [row] = await db.execute<{ into: PersonId }>(sql`select m.into_id as into from merged_people m where m.id = ${id}::uuid and ${personInside(sql`m.into_id`, scope, on)}`);
  return row?.into;
};

/** Notes that two records are of two people; a second time changes nothing. Answers whether it was new. */
export const dismissTwins = async (tx: TenantSql, [one, other]: readonly [PersonId, PersonId], { by, label, now, why }: { by: UserId | null; label: string; now: Date; why: string | null }): Promise<boolean> =>
  (await tx.execute(sql`
    insert into twin_dismissals (one_id, other_id, dismissed_by, dismissed_label, dismissed_at, why)
    values (least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid), ${by}::uuid, ${label}, ${now.toISOString()}::timestamptz, ${why}) on conflict (one_id, other_id) do nothing returning 1`)).length > 0;

/** Rows of a batch that name a person by a number under which he was kept by mistake name him by his own. */
export const followSecondNumbers = async (tx: TenantSql, batch: string): Promise<void> => {
  for (const table of ['stage_people', 'stage_certificates']) {
    await tx.execute(sql`
      update ${sql.raw(table)} s set id_number = p.id_number from second_id_numbers n join people p on p.id = n.person_id
      where s.batch_id = ${batch}::uuid and s.id_number = n.id_number and p.id_number is not null`);
  }
};
