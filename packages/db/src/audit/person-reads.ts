import { hourOf, type PersonRead, type PersonReadKind } from '@saubac/domain/audit';
import type { PersonId, UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { pgArray } from '../tenancy/pg-array.ts';
import type { TenantSql } from '../tenancy/tenant-db.ts';

/**
 * Notes whose files were opened: one row for each reader, person, what was opened and hour, however often it was. Nobody is noted on his
 * own file, and nothing for a person who is not there (any more).
 */
export const insertPersonReads = async (db: TenantSql, reads: readonly PersonRead[]): Promise<void> => {
  await db.execute(sql`
    insert into audit_person_reads (person_id, user_id, what, hour, at)
    select r.person_id, r.user_id, r.what, r.hour, r.at
    from unnest(${pgArray(reads.map((it) => it.person))}::uuid[], ${pgArray(reads.map((it) => it.reader))}::uuid[], ${pgArray(reads.map((it) => it.what))}::text[],
                ${pgArray(reads.map((it) => hourOf(it.at).toISOString()))}::timestamptz[], ${pgArray(reads.map((it) => it.at.toISOString()))}::timestamptz[])
      as r (person_id, user_id, what, hour, at)
    join people p on p.id = r.person_id and (p.user_id is null or r.user_id is null or p.user_id <> r.user_id)
    on conflict do nothing`);
};

/** That somebody opened something of a person's file within an hour. `at` is the first time in it. */
export type NotedRead = { id: string; reader: UserId | null; what: PersonReadKind; at: string };

/** Where the next page of readings begins: after this row. */
export type ReadsPage = { after?: Pick<NotedRead, 'at' | 'id'> | undefined; limit: number };

/** Who opened the file of a person, latest first; also before another record of his went into it. */
export const readsOfPerson = async (db: TenantSql, person: PersonId, { after, limit }: ReadsPage): Promise<NotedRead[]> => [
  ...(await db.execute<NotedRead>(sql`
    select id, user_id as reader, what, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from audit_person_reads r where person_id = any(array(select ${person}::uuid union all select m.id from merged_people m where m.into_id = ${person}::uuid)) ${after ? sql`and (r.at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by r.at desc, r.id desc limit ${limit}`)),
];

/** The person whose own account this is; undefined if no file says so. */
export const personOfUser = async (db: TenantSql, user: UserId): Promise<PersonId | undefined> => {
  const [row] = await db.execute<{ id: PersonId }>(sql`select id from people where user_id = ${user}::uuid order by id limit 1`);
  return row?.id;
};
