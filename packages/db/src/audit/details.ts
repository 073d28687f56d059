import { sql } from 'drizzle-orm';
import { pgArray } from '../tenancy/pg-array.ts';
import type { TenantSql } from '../tenancy/tenant-db.ts';

/** One row of a bulk write. */
export type AuditDetail = { subjectId: string; act: string; before?: unknown; after?: unknown };

const textOrNull = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

/** Adds the rows of a bulk write to its entry, whose id `record` gave. SQL may as well insert into `audit_details` itself. */
export const insertDetails = async (tx: TenantSql, entry: string, details: readonly AuditDetail[]): Promise<void> => {
  await tx.execute(sql`
    insert into audit_details (entry_id, subject_id, act, before, after)
    select ${entry}::uuid, d.subject_id, d.act, d.before::jsonb, d.after::jsonb
    from unnest(${pgArray(details.map((detail) => detail.subjectId))}::uuid[], ${pgArray(details.map((detail) => detail.act))}::text[],
                ${pgArray(details.map((detail) => textOrNull(detail.before)))}::text[], ${pgArray(details.map((detail) => textOrNull(detail.after)))}::text[])
      as d (subject_id, act, before, after)`);
};

/** The digest of each entry's details, computed by the server: a bulk write may have a hundred thousand of them. */
export const detailDigests = async (db: TenantSql, entries: readonly string[] | 'all'): Promise<Map<string, string>> => {
  const which = entries === 'all' ? sql`true` : sql`d.entry_id = any(${pgArray(entries)}::uuid[])`;
  const rows = await db.execute<{ entry: string; digest: string }>(sql`
    select d.entry_id as entry,
           encode(sha256(convert_to(string_agg(concat_ws(E'\t', d.id, d.subject_id, d.act, coalesce(d.before::text, ''), coalesce(d.after::text, '')), E'\n' order by d.id), 'UTF8')), 'hex') as digest
    from audit_details d where ${which} group by d.entry_id`);
  return new Map(rows.map((row) => [row.entry, row.digest]));
};
