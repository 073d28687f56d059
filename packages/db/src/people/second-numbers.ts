import type { PersonId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** Whether a person `p` has an identification number: as his own, or as one under which he was kept by mistake. */
export const hasNumber = (idNumber: string): SQL => sql`(p.id_number = ${idNumber} or p.id = (select n.person_id from second_id_numbers n where n.id_number = ${idNumber}))`;

/** Where a number becomes somebody's own under which he was kept by mistake before, the one that was his own takes its place. */
export const exchangeNumbers = async (tx: TenantSql, person: PersonId, { before, after }: { before: string | null; after: string | null }): Promise<void> => {
  await tx.execute(sql`
    with gone as (delete from second_id_numbers where person_id = ${person}::uuid and id_number = ${after} returning merge_id)
    insert into second_id_numbers (id_number, person_id, merge_id) select ${before}::text, ${person}::uuid, gone.merge_id from gone where ${before}::text is not null`);
};
