import type { PersonId } from '@saubac/domain/values';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import { rewriteCertificateLevels } from '../levels/index.ts';
import { certificates, people, posts, units } from '../tables/index.ts';
import type { TenantSql } from '../tenancy/index.ts';
import { undoneTables, type UndoneTable } from './undo-record.ts';

// Of a thing that stays the version goes on, so that who looks at it learns that it was changed; the account is linked by other verbs.
const untouched = new Set(['id', 'version', 'user_id']);

const columnsOf = (table: PgTable): string[] => Object.values(getTableColumns(table)).map(({ name }) => name).filter((it) => !untouched.has(it));

const kept = (batch: string, table: string): SQL => sql`import_undo u where u.batch_id = ${batch}::uuid and u.table_name = ${table}`;

// Fields of subjects that were there before.
const putBackFields = async (tx: TenantSql, batch: string, name: UndoneTable, table: PgTable): Promise<void> => {
  const columns = columnsOf(table);
  const set = sql.raw([...columns.map((it) => `${it} = o.${it}`), 'version = t.version + 1'].join(', '));
  await tx.execute(sql`
    update ${sql.identifier(name)} t set ${set}
    from (select (jsonb_populate_record(null::${sql.identifier(name)}, u.rows -> 0)).* from ${kept(batch, name)} and jsonb_array_length(u.rows) = 1) o where t.id = o.id`);
};

// Rows of subjects that were there before: whatever stands there now goes.
const clear = async (tx: TenantSql, batch: string, name: UndoneTable): Promise<void> => {
  await tx.execute(sql`delete from ${sql.identifier(name)} t using import_undo u where u.batch_id = ${batch}::uuid and u.table_name = ${name} and t.${sql.identifier(undoneTables[name])} = u.subject_id`);
};
const putBackRows = async (tx: TenantSql, batch: string, name: UndoneTable): Promise<void> => {
  await tx.execute(sql`
    insert into ${sql.identifier(name)} select r.* from ${sql`import_undo u cross join lateral jsonb_populate_recordset(null::${sql.identifier(name)}, u.rows) r`} where u.batch_id = ${batch}::uuid and u.table_name = ${name}`);
};

const remove = async (tx: TenantSql, name: string, column: string, kind: string): Promise<void> => {
  await tx.execute(sql`delete from ${sql.identifier(name)} t using undo_added a where a.kind = ${kind} and t.${sql.identifier(column)} = a.id`);
};

const takeCertificatesBack = async (tx: TenantSql, batch: string): Promise<void> => {
  for (const name of ['certificate_levels', 'level_decisions']) await remove(tx, name, 'certificate_id', 'certificate');
  await tx.execute(sql`delete from files f using undo_added a where a.kind = 'certificate' and f.certificate_id = a.id and f.deleted_at is not null`);
  await remove(tx, 'certificates', 'id', 'certificate');
  await clear(tx, batch, 'level_decisions');
  await putBackFields(tx, batch, 'certificates', certificates);
  await putBackRows(tx, batch, 'level_decisions');
};

const careers = ['assignments', 'planned_posts', 'language_training_list'] as const satisfies readonly UndoneTable[];

const takePeopleBack = async (tx: TenantSql, batch: string): Promise<void> => {
  await tx.execute(sql`delete from language_claims c using import_undo u where u.batch_id = ${batch}::uuid and u.table_name = 'language_claims' and c.id = u.subject_id`);
  for (const name of careers) {
    await clear(tx, batch, name);
    await remove(tx, name, 'person_id', 'person');
  }
  await remove(tx, 'people', 'id', 'person');
  await putBackFields(tx, batch, 'people', people);
};

const ofUnits = ['unit_versions', 'unit_lines', 'unit_successions'] as const satisfies readonly UndoneTable[];

const takeCataloguesBack = async (tx: TenantSql, batch: string): Promise<void> => {
  await clear(tx, batch, 'post_standards');
  await remove(tx, 'post_standards', 'post_id', 'post');
  await putBackRows(tx, batch, 'post_standards');
  await putBackFields(tx, batch, 'posts', posts);
  for (const name of ofUnits) {
    await clear(tx, batch, name);
    await remove(tx, name, undoneTables[name], 'unit');
  }
  for (const name of ofUnits) await putBackRows(tx, batch, name);
  await putBackFields(tx, batch, 'units', units);
};

const removeCatalogues = async (tx: TenantSql): Promise<void> => {
  await remove(tx, 'posts', 'id', 'post');
  await tx.execute(sql`update roster_batches b set complete_for = null from undo_added a where b.complete_for = a.id and b.state <> 'committed'`);
  await remove(tx, 'units', 'id', 'unit');
};

const rewriteLevels = async (tx: TenantSql, batch: string): Promise<void> => {
  const holders = await tx.execute<{ id: PersonId }>(sql`
    select distinct c.person_id as id from certificates c join import_undo u on u.subject_id = c.id where u.batch_id = ${batch}::uuid and u.table_name = 'certificates' order by 1`);
  if (holders.length > 0) await rewriteCertificateLevels(tx, { people: holders.map(({ id }) => id) });
};

/**
 * Puts back what stood before a batch was written: what it added goes, what it changed is what it was. After `noteUndoSubjects`, when nothing
 * later depends on it. `step` is told after each part. The record of the batch goes.
 */
export const takeBatchBack = async (tx: TenantSql, batch: string, step: () => void): Promise<void> => {
  await takeCertificatesBack(tx, batch);
  step();
  await takePeopleBack(tx, batch);
  step();
  await takeCataloguesBack(tx, batch);
  for (const name of careers) await putBackRows(tx, batch, name);
  step();
  await removeCatalogues(tx);
  await rewriteLevels(tx, batch);
  await tx.execute(sql`delete from import_undo where batch_id = ${batch}::uuid`);
  await tx.execute(sql`update roster_batches set state = 'undone' where id = ${batch}::uuid`);
  step();
};

/** Adds a detail to an entry of the audit for everything that a batch had one for, the other way round. */
export const auditTakenBack = async (tx: TenantSql, entry: string, of: string): Promise<void> => {
  await tx.execute(sql`
    insert into audit_details (entry_id, subject_id, act, before, after)
    select ${entry}::uuid, subject_id, regexp_replace(act, '\\.added$', '.taken-back'), after, before from audit_details where entry_id = ${of}::uuid`);
};
