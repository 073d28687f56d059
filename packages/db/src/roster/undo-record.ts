import { type SQL, sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

/**
 * The tables whose rows an import changes, each with the column that names the subject they belong to. A subject's rows are kept as they
 * were before the import wrote, and put back whole.
 */
export const undoneTables = {
  units: 'id', unit_versions: 'unit_id', unit_lines: 'unit_id', unit_successions: 'from_unit_id', posts: 'id', post_standards: 'post_id',
  people: 'id', assignments: 'person_id', planned_posts: 'person_id', language_training_list: 'person_id', certificates: 'id', level_decisions: 'certificate_id',
} as const satisfies Readonly<Record<string, string>>;
export type UndoneTable = keyof typeof undoneTables;

const keep = async (tx: TenantSql, batch: string, table: UndoneTable, subjects: SQL): Promise<void> => {
  await tx.execute(sql`
    insert into import_undo (batch_id, table_name, subject_id, rows)
    select ${batch}::uuid, ${table}, s.id, coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(t)) order by t.id) filter (where t.id is not null), '[]')
    from (${subjects}) s (id) left join ${sql.identifier(table)} t on t.${sql.identifier(undoneTables[table])} = s.id group by s.id
    on conflict on constraint import_undo_pk do nothing`);
};

/** Keeps what some subjects are in some tables before an import writes to them. */
export const keepForUndo = async (tx: TenantSql, batch: string, tables: readonly UndoneTable[], ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  for (const table of tables) await keep(tx, batch, table, sql`select unnest(${pgArray(ids)}::uuid[])`);
};

/** Keeps the people whose own fields an import overwrites. After `findChangedPersons`. */
export const keepPersonsForUndo = (tx: TenantSql, batch: string): Promise<void> => keep(tx, batch, 'people', sql`select person_id from changed_persons`);

/** Keeps the certificates that an import changes, with their decisions. After `findChangedCertificates`. */
export const keepCertificatesForUndo = async (tx: TenantSql, batch: string): Promise<void> => {
  for (const table of ['certificates', 'level_decisions'] as const) await keep(tx, batch, table, sql`select certificate_id from changed_certificates where not is_new`);
};

/** Notes the free texts about languages that an import has added: they stand in no detail of the audit. After `storeClaims`. */
export const noteClaimsForUndo = async (tx: TenantSql, batch: string): Promise<void> => {
  await tx.execute(sql`
    insert into import_undo (batch_id, table_name, subject_id, rows)
    select ${batch}::uuid, 'language_claims', c.id, null from language_claims c join new_claims n on n.person_id = c.person_id and n.text = c.text_as_given`);
};

/** A written batch as far as it can be taken back: the entry of the audit that holds what it did, and since when. Undefined: there is none. */
export type WrittenBatch = { id: string; entry: string; position: string; at: string; state: 'committed' | 'undone'; completeFor: string | null };

/** A batch that was written, by its id. */
export const writtenBatch = async (db: TenantSql, id: string): Promise<WrittenBatch | undefined> => {
  const [found] = await db.execute<WrittenBatch>(sql`
    select b.id, e.id as entry, e.position::text as position, to_char(b.committed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, b.state, b.complete_for as "completeFor"
    from roster_batches b join audit_entries e on e.subject_id = b.id and e.act = 'roster.imported' where b.id = ${id}::uuid and b.state in ('committed', 'undone')`);
  return found;
};
