import type { PersonId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray } from '../tenancy/pg-array.ts';
import type { TenantSql } from '../tenancy/tenant-db.ts';
import { type AuditSubject, entryColumns, entryOf, type EntryRow, type ListedEntry, moment, withSubjects } from './entries.ts';

/** One row of a bulk write. */
export type ListedDetail = { id: string; act: string; subject: Omit<AuditSubject, 'kind'>; before: unknown; after: unknown };

type DetailRow = Pick<ListedDetail, 'id' | 'act' | 'before' | 'after'> & { subjectId: string; subjectLabel: string | null; subjectPerson: PersonId | null };

/** The rows of a bulk write in the order they were written, from behind one of them. */
export const detailsOfEntry = async (db: TenantSql, entry: string, page: { after?: string | undefined; limit: number }): Promise<ListedDetail[]> => {
  const behind = page.after === undefined ? sql`` : sql`and d.id > ${page.after}::uuid`;
  const rows = await db.execute<DetailRow>(sql`
    ${withSubjects(sql`
      select d.id, d.act, d.subject_id as "subjectId", d.before, d.after from audit_details d where d.entry_id = ${entry}::uuid ${behind} order by d.id limit ${page.limit}`)}
    order by x.id`);
  return rows.map(({ id, act, before, after, subjectId, subjectLabel, subjectPerson }) => ({ id, act, before, after, subject: { id: subjectId, label: subjectLabel, person: subjectPerson } }));
};

/** How many rows a bulk write has. */
export const countDetails = async (db: TenantSql, entry: string): Promise<number> => {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from audit_details where entry_id = ${entry}::uuid`);
  return row?.n ?? 0;
};

/** Something that was done to a person's file: an act of its own, or (`detail`) the person's row in a bulk write, whose act stands in `within`. */
export type HistoryRow = ListedEntry & { detail: string | null; within: string | null; before: unknown; after: unknown };

/** Where the next page of a history begins: after this row. */
export type HistoryPage = { after?: { position: number; detail: string | null } | undefined; limit: number };

const none = '00000000-0000-0000-0000-000000000000';

/** What was done to a person and to his certificates, latest first. */
export const historyOfPerson = async (db: TenantSql, person: PersonId, { after, limit }: HistoryPage): Promise<HistoryRow[]> => {
  const certificates = await db.execute<{ id: string }>(sql`select id from certificates where person_id = ${person}::uuid`);
  const subjects = sql`any(${pgArray([person, ...certificates.map((it) => it.id)])}::uuid[])`;
  const cut = (detail: SQL): SQL => (after ? sql`and (e.position, ${detail}) < (${after.position}::bigint, ${after.detail ?? none}::uuid)` : sql``);
  const rows = await db.execute<EntryRow & Pick<HistoryRow, 'detail' | 'within' | 'before' | 'after'>>(sql`
    ${withSubjects(sql`
      select * from (
        select ${entryColumns}, null::uuid as detail, null::text as within, y.before, y.after
        from audit_entries e left join audit_payloads y on y.entry_id = e.id where e.subject_id = ${subjects} ${cut(sql`${none}::uuid`)}
        union all
        select e.id, e.position, ${moment}, e.actor_id, e.actor_label, d.act, case when d.subject_id = ${person}::uuid then 'person' else 'certificate' end, d.subject_id, e.why, true,
               d.id, e.act, d.before, d.after
        from audit_details d join audit_entries e on e.id = d.entry_id where d.subject_id = ${subjects} ${cut(sql`d.id`)}
      ) h order by h.position desc, coalesce(h.detail, ${none}::uuid) desc limit ${limit}`)}
    order by x.position desc, coalesce(x.detail, ${none}::uuid) desc`);
  return rows.map(({ detail, within, before, after: changed, ...entry }) => ({ ...entryOf(entry), detail, within, before, after: changed }));
};
