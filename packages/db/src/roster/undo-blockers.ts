import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import type { WrittenBatch } from './undo-record.ts';

/** Something that came after a batch and depends on it: an act of the audit, or (act null) rows of a table, with whom or what it is about. */
export type UndoBlocker = { act: string | null; table: string | null; entry: string | null; at: string | null; by: string | null; subjects: number; first: string[] };

/** Something that came after a batch and stays as it is, though the batch is taken back: it was said on the ground of it. */
export type UndoNote = { act: string; at: string; by: string };

/** How many subjects of a batch each act is about. */
export type UndoCounts = { act: string; subjects: number };

const shown = 5;
const mostBlockers = 200;

/**
 * Notes what a batch is about, in temporary tables: `undo_subjects`, each with what was done to it, and `undo_added`, the ids of what was not
 * there before.
 */
export const noteUndoSubjects = async (tx: TenantSql, batch: WrittenBatch): Promise<void> => {
  await tx.execute(sql`
    create temp table undo_subjects on commit drop as
    select subject_id as id, min(act) as act from audit_details where entry_id = ${batch.entry}::uuid group by 1`);
  // Successions may be all that a file says of a unit.
  await tx.execute(sql`
    insert into undo_subjects select u.subject_id, 'unit.changed' from import_undo u
    where u.batch_id = ${batch.id}::uuid and u.table_name = 'unit_successions' and not exists (select 1 from undo_subjects s where s.id = u.subject_id)`);
  await tx.execute(sql`create temp table undo_added on commit drop as select id, split_part(act, '.', 1) as kind from undo_subjects where act like '%.added'`);
  for (const table of ['undo_subjects', 'undo_added']) {
    await tx.execute(sql`create index on ${sql.identifier(table)} (id)`);
    await tx.execute(sql`analyze ${sql.identifier(table)}`);
  }
};

/** Holds everything that a batch is about: who wants to write to it waits, and then finds it as it became. */
export const lockUndoSubjects = async (tx: TenantSql): Promise<void> => {
  for (const table of ['units', 'posts', 'people', 'certificates']) await tx.execute(sql`select 1 from ${sql.identifier(table)} t join undo_subjects s on s.id = t.id order by t.id for update of t`);
};

/** How many subjects of the batch were touched in which way. */
export const countUndoSubjects = async (tx: TenantSql): Promise<UndoCounts[]> => [
  ...(await tx.execute<UndoCounts>(sql`select act, count(*)::int as subjects from undo_subjects group by act order by act`)),
];

export type UndoSubject = { id: string; act: string; label: string | null };

/** What a batch did, one by one, in the order in which it was recorded: those after one. */
export const undoSubjectPage = async (db: TenantSql, batch: WrittenBatch, { after, limit }: { after: string | null; limit: number }): Promise<(UndoSubject & { place: string })[]> => [
  ...(await db.execute<UndoSubject & { place: string }>(sql`
    select x.id as place, x.subject_id as id, x.act, coalesce(p.full_name, h.full_name || ' (' || c.type_code || ')', u.code, po.code) as label
    from (select d.id, d.subject_id, d.act from audit_details d where d.entry_id = ${batch.entry}::uuid ${after === null ? sql`` : sql`and d.id > ${after}::uuid`} order by d.id limit ${limit}) x
    left join people p on p.id = x.subject_id left join certificates c on c.id = x.subject_id left join people h on h.id = c.person_id
    left join units u on u.id = x.subject_id left join posts po on po.id = x.subject_id order by x.id`)),
];

type Reference = { table: string; column: string; owner: string };

// Whose change a row of a table is, where it is not a subject of its own.
const owners: Readonly<Record<string, string>> = {
  assignments: 'person_id', planned_posts: 'person_id', language_training_list: 'person_id', language_claims: 'person_id', level_decisions: 'certificate_id', certificate_levels: 'certificate_id',
  unit_versions: 'unit_id', unit_lines: 'unit_id', unit_successions: 'from_unit_id', post_standards: 'post_id', files: 'certificate_id',
};
// Staged rows and batches that wrote nothing depend on nothing; the batch's own unit was there before it.
const passing = new Set(['stage_units', 'stage_posts', 'stage_people', 'stage_certificates']);

/** Every column of the tenant that refers to a unit, a post, a person or a certificate, as the catalog knows them: also those of tables that came later. */
const references = async (tx: TenantSql): Promise<Reference[]> => {
  const rows = await tx.execute<{ table: string; column: string; hasId: boolean }>(sql`
    select c.conrelid::regclass::text as table, a.attname as column, exists (select 1 from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'id') as "hasId"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and c.confrelid in ('units'::regclass, 'posts'::regclass, 'people'::regclass, 'certificates'::regclass)
    order by 1, 2`);
  return rows.filter(({ table }) => !passing.has(table)).map(({ table, column, hasId }) => ({ table, column, owner: owners[table] ?? (hasId ? 'id' : column) }));
};

// Rows that refer to what the batch added and would be left behind: they belong to nobody whom the batch is about.
const strayRows = ({ table, column, owner }: Reference, batch: WrittenBatch): SQL => {
  const t = sql.identifier(table);
  const claims = table === 'language_claims' ? sql`and not exists (select 1 from import_undo u where u.batch_id = ${batch.id}::uuid and u.table_name = 'language_claims' and u.subject_id = t.id)` : sql``;
  const others = table === 'language_claims' || table === 'files' ? sql`` : sql`and not exists (select 1 from undo_subjects s where s.id = t.${sql.identifier(owner)})`;
  const batches = table === 'roster_batches' ? sql`and t.state = 'committed'` : sql``;
  const kept = table === 'files' ? sql`and t.deleted_at is null` : sql``;
  return sql`select ${table}::text as "table", t.${sql.identifier(owner)} as owner, t.${sql.identifier(column)} as subject from ${t} t join undo_added a on a.id = t.${sql.identifier(column)} where true ${claims} ${others} ${batches} ${kept}`;
};

// What stands on days or in a place that only the batch gave a unit: posts of people changed later, and units below it changed later.
const strayDependents = (batch: WrittenBatch): SQL => sql`
  select 'assignments' as "table", a.person_id as owner, a.unit_id as subject from assignments a
  join (
    select u.subject_id as unit_id, range_agg((v ->> 'valid')::daterange) as days from import_undo u cross join lateral jsonb_array_elements(u.rows) v
    where u.batch_id = ${batch.id}::uuid and u.table_name = 'unit_versions' group by 1
  ) d on d.unit_id = a.unit_id
  where not d.days @> daterange(a.valid_from, nullif(a.valid_to, 'infinity')) and not exists (select 1 from undo_subjects s where s.id = a.person_id) and ${changedLater(sql`a.person_id`, batch)}
  union all
  select 'unit_versions', v.unit_id, v.parent_id from unit_versions v join undo_subjects s on s.id = v.parent_id
  where not exists (select 1 from undo_subjects o where o.id = v.unit_id) and ${changedLater(sql`v.unit_id`, batch)}`;

// An import that was taken back, and the taking back of it, have left things as they were.
const stillCounts = (batch: WrittenBatch): SQL => sql`e.position > ${batch.position}::bigint and e.act <> 'roster.undone'
  and not (e.act = 'roster.imported' and exists (select 1 from roster_batches b where b.id = e.subject_id and b.state = 'undone'))`;

const changedLater = (subject: SQL, batch: WrittenBatch): SQL => sql`(
  exists (select 1 from audit_entries e where e.subject_id = ${subject} and ${stillCounts(batch)})
  or exists (select 1 from audit_details d join audit_entries e on e.id = d.entry_id where d.subject_id = ${subject} and ${stillCounts(batch)}))`;

/**
 * What came after a batch and depends on it, the earliest first, as far as a person can read it: writes to its subjects, by whatever verb, and
 * rows of other tables that refer to what it added. After `noteUndoSubjects`.
 */
export const undoBlockers = async (tx: TenantSql, batch: WrittenBatch): Promise<UndoBlocker[]> => {
  const strays = sql.join([...(await references(tx)).map((it) => strayRows(it, batch)), strayDependents(batch)], sql` union all `);
  await tx.execute(sql`create temp table undo_strays on commit drop as select distinct "table", owner, subject from (${strays}) s`);
  // Somebody whom another act has taken away can't be taken back as he was.
  await tx.execute(sql`
    insert into undo_strays select 'people', a.id, a.id from undo_added a where a.kind = 'person' and not exists (select 1 from people p where p.id = a.id)
    union all select 'certificates', a.id, a.id from undo_added a where a.kind = 'certificate' and not exists (select 1 from certificates c where c.id = a.id)`);
  return [...(await tx.execute<UndoBlocker>(sql`
    with later as (
      select e.id, e.subject_id as owner from audit_entries e where e.subject_id is not null and ${stillCounts(batch)}
      union all select e.id, d.subject_id from audit_entries e join audit_details d on d.entry_id = e.id where ${stillCounts(batch)}
    ), about as (
      select l.id, l.owner as subject from later l join undo_subjects s on s.id = l.owner
      union select l.id, t.subject from later l join undo_strays t on t.owner = l.owner
    ), told as (
      select e.act, null::text as "table", e.id as entry, e.position, e.at, e.actor_label as by, a.subjects, a.first
      from (select id, count(*)::int as subjects, (array_agg(subject order by subject))[1:${sql.raw(String(shown))}] as first from about group by id) a join audit_entries e on e.id = a.id
      union all
      select null, t."table", null, null, null, null, count(*)::int, (array_agg(t.subject order by t.subject))[1:${sql.raw(String(shown))}]
      from undo_strays t where not exists (select 1 from later l where l.owner = t.owner) group by t."table"
    )
    select t.act, t."table", t.entry, to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, t.by, t.subjects,
      (select coalesce(json_agg(coalesce(p.full_name, h.full_name || ' (' || c.type_code || ')', u.code, po.code) order by f.place) filter (where coalesce(p.id, c.id, u.id, po.id) is not null), '[]')
       from unnest(t.first) with ordinality as f (id, place) left join people p on p.id = f.id left join certificates c on c.id = f.id left join people h on h.id = c.person_id
       left join units u on u.id = f.id left join posts po on po.id = f.id) as first
    from told t order by t.position nulls last limit ${mostBlockers}`))];
};

/** Acts after a batch that were done on the ground of the data as a whole and are not changed by taking it back, such as the closing of a period. */
export const undoNotes = async (tx: TenantSql, batch: WrittenBatch, acts: readonly string[]): Promise<UndoNote[]> => [
  ...(await tx.execute<UndoNote>(sql`
    select e.act, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_label as by from audit_entries e
    where e.position > ${batch.position}::bigint and ${sql.join(acts.map((it) => sql`e.act like ${it}`), sql` or `)} order by e.position limit 50`)),
];
