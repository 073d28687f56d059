import type { PersonId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Somebody of a close as he is known now, by the record into which his went if it did; null: his file is gone. `key` is his place in the order of names; who is gone comes last. */
export type PersonNow = { id: PersonId; key: string; fullName: string | null };

/** Where a page of such people begins: after this one. */
export type NowPlace = { key: string; id: PersonId };

/** Some people in the order of the names they have now, a page of them. */
export const peopleNow = async (db: TenantSql, ids: readonly string[], { after, limit }: { after: NowPlace | null; limit: number }): Promise<PersonNow[]> => {
  const place = after === null ? sql`` : sql`where (y.key, y.id) > (${after.key}, ${after.id}::uuid)`;
  return [
    ...(await db.execute<PersonNow>(sql`
      select y.id, y.key, y."fullName" from (
        select x.id, (case when p.id is null then '1' else '0' || p.name_sort end) collate "C" as key, p.full_name as "fullName"
        from unnest(${pgArray(ids)}::uuid[]) as x(id) left join merged_people m on m.id = x.id left join people p on p.id = coalesce(m.into_id, x.id)
      ) y ${place} order by y.key, y.id limit ${limit}`)),
  ];
};

/** A certificate of a close as it is known now. */
export type CertificateNow = { id: string; type: string; language: string; examDate: string; state: string };

/** Certificates by their ids; those that are gone are missing. */
export const certificatesNow = async (db: TenantSql, ids: readonly string[]): Promise<Map<string, CertificateNow>> => {
  const rows = await db.execute<CertificateNow>(sql`select c.id, c.type_code as type, c.language_code as language, c.exam_date::text as "examDate", c.state from certificates c where c.id = any(${pgArray(ids)}::uuid[])`);
  return new Map(rows.map((it) => [it.id, it]));
};
