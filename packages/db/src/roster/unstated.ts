import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

const isUnstated = (column: string): SQL => sql`coalesce(${column} = any(r.unstated), false)`;

const ownColumns = [['birth_date', ['birth_date', 'birth_precision']], ['sex', ['sex']], ['ethnicity', ['ethnicity']]] as const;

// What somebody is: another row of the file may state it; else it is what is kept.
const keepOwn = async (tx: TenantSql): Promise<void> => {
  for (const [key, columns] of ownColumns) {
    const set = (from: string): SQL => sql.raw(columns.map((it) => `${it} = ${from}.${it}`).join(', '));
    await tx.execute(sql`
      update in_people r set ${set('p')} from people p where p.id = r.known_id and ${isUnstated(key)}`);
    await tx.execute(sql`
      update in_people r set ${set('o')}
      from (select distinct on (id_number) id_number, ${sql.raw(columns.join(', '))} from in_people r where not ${isUnstated(key)} order by id_number, row_no) o
      where o.id_number = r.id_number and ${isUnstated(key)}`);
  }
};

const holds = (alias: string, on: IsoDate): SQL => {
  const a = sql.raw(alias);
  return sql`${a}.person_id = r.known_id and ${a}.valid_from <= greatest(${on}::date, coalesce(r.valid_from, ${on}::date)) and ${a}.valid_to > greatest(${on}::date, coalesce(r.valid_from, ${on}::date))`;
};

// A row of a unit where somebody holds a post beside his main one elsewhere is about that post.
const keepConcurrent = async (tx: TenantSql, on: IsoDate): Promise<void> => {
  await tx.execute(sql`
    update in_people r set main = false
    where ${isUnstated('concurrent')} and exists (select 1 from assignments a where ${holds('a', on)} and not a.main and a.unit_id = r.unit_id)
      and exists (select 1 from assignments b where ${holds('b', on)} and b.main and b.unit_id <> r.unit_id)`);
};

// A rank goes with its holder; what he is in a post stays there when he leaves the unit.
const keepPosting = async (tx: TenantSql, on: IsoDate): Promise<void> => {
  const kept = (key: string, column: string): SQL => sql`${sql.raw(column)} = case when ${isUnstated(key)} and a.unit_id = r.unit_id then a.${sql.raw(column)} else r.${sql.raw(column)} end`;
  await tx.execute(sql`
    update in_people r set ${kept('post_code', 'post_id')}, ${kept('office', 'office')}, ${kept('office_rank', 'office_rank')}, ${kept('leader', 'leader')}, ${kept('valid_to', 'valid_to')},
      rank_code = case when ${isUnstated('rank_code')} then a.rank_code else r.rank_code end
    from assignments a
    where r.unstated is not null and ${holds('a', on)} and a.main = r.main
      and (a.main or (a.unit_id = r.unit_id and (${isUnstated('post_code')} or a.post_id is not distinct from r.post_id)))`);
};

/** Puts what is kept where a row of the people sheet states nothing: of people who are new it stays not known. After `in_people` is made. */
export const keepUnstatedOfPeople = async (tx: TenantSql, on: IsoDate): Promise<void> => {
  const [any] = await tx.execute(sql`select 1 from in_people where unstated is not null limit 1`);
  if (!any) return;
  await keepOwn(tx);
  await keepConcurrent(tx, on);
  await keepPosting(tx, on);
};

const factColumns = ['issuer_id', 'issuer_name', 'expires_on', 'score', 'listening', 'reading', 'speaking', 'writing', 'grade'] as const;
const stagedAs: Readonly<Record<string, string>> = { issuer_id: 'issuer', issuer_name: 'issuer' };

/** Puts what is kept of a certificate where its row states nothing. After `in_certificates` is made. */
export const keepUnstatedOfCertificates = async (tx: TenantSql): Promise<void> => {
  const [any] = await tx.execute(sql`select 1 from in_certificates where unstated is not null limit 1`);
  if (!any) return;
  const kept = factColumns.map((column) => sql`${sql.raw(column)} = case when ${isUnstated(stagedAs[column] ?? column)} then c.${sql.raw(column)} else r.${sql.raw(column)} end`);
  await tx.execute(sql`update in_certificates r set ${sql.join(kept, sql`, `)} from certificates c where c.id = r.known_id and r.unstated is not null`);
};
