import { type SQL, sql } from 'drizzle-orm';
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

/** The digest of an entry's details as an aggregate of its rows in `audit_details`; null if there are none. */
export const detailsDigest = (alias: string): SQL =>
  sql.raw(`encode(sha256(convert_to(string_agg(concat_ws(E'\\t', ${['id', 'subject_id', 'act'].map((it) => `${alias}.${it}`).join(', ')}, coalesce(${alias}.before::text, ''), coalesce(${alias}.after::text, '')), E'\\n' order by ${alias}.id), 'UTF8')), 'hex')`);

/** The digest of each entry's details, computed by the server: a bulk write may have a hundred thousand of them. */
export const detailDigests = async (db: TenantSql): Promise<Map<string, string>> => {
  const rows = await db.execute<{ entry: string; digest: string }>(sql`select d.entry_id as entry, ${detailsDigest('d')} as digest from audit_details d group by d.entry_id`);
  return new Map(rows.map((row) => [row.entry, row.digest]));
};
