import type { MetEdit, RowEdit } from '@saubac/domain/people';
import type { UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';
import { moment } from './scope-of-transfer.ts';

/** Who edits, and when. */
export type Editor = { id: UserId | null; label: string; at: string };

/**
 * A correction over the file of an import. `was` is what stands in the file, as far as it has been read; `met` in how many rows the last
 * check found it, null: it has not been checked yet.
 */
export type StoredEdit = RowEdit & { id: string; was: string | null; met: number | null; by: { id: UserId | null; name: string }; at: string };

type Row = { id: string; sheet: RowEdit['sheet']; ref: number | null; column: string | null; match: string | null; text: string | null; was: string | null; met: number | null; by: UserId | null; label: string; at: string };

const columns = sql`e.id, e.sheet, e.row_ref as ref, e.column_key as column, e.match_text as match, e.text, e.was, e.met, e.by_user as by, e.by_label as label, ${moment('e.at')} as at`;

const rowEdit = ({ sheet, ref, column, match, text }: Row): RowEdit => {
  if (ref === null) return { kind: 'same-value', sheet, column: column!, match: match!, text: text ?? '' };
  return column === null ? { kind: 'leave-out', sheet, ref } : { kind: 'cell', sheet, ref, column, text: text ?? '' };
};

const editOf = (it: Row): StoredEdit => ({ ...rowEdit(it), id: it.id, was: it.was, met: it.met, by: { id: it.by, name: it.label }, at: it.at });

const load = async (db: TenantSql, id: string, more: SQL): Promise<StoredEdit[]> =>
  (await db.execute<Row>(sql`select ${columns} from import_edits e where e.import_id = ${id}::uuid ${more}`)).map(editOf);

/** Every edit of an import, in the order in which they were made. */
export const editsOf = (db: TenantSql, id: string): Promise<StoredEdit[]> => load(db, id, sql`order by e.id`);

/** A page of edits in the order in which they were made: those after one. */
export const editPage = (db: TenantSql, id: string, { after, limit }: { after: string | null; limit: number }): Promise<StoredEdit[]> =>
  load(db, id, sql`${after === null ? sql`` : sql`and e.id > ${after}::uuid`} order by e.id limit ${limit}`);

const placesOf = (edits: readonly RowEdit[]) => {
  const column = (of: (it: RowEdit) => string | number | null) => sql`${pgArray(edits.map(of))}`;
  return sql`unnest(${column(({ sheet }) => sheet)}::text[], ${column((it) => ('ref' in it ? it.ref : null))}::int[], ${column((it) => ('column' in it ? it.column : null))}::text[],
    ${column((it) => ('match' in it ? it.match : null))}::text[], ${column((it) => ('text' in it ? it.text : null))}::text[])`;
};

/** The edits that stand on the same places as some others. */
export const editsOnPlaces = (db: TenantSql, id: string, edits: readonly RowEdit[]): Promise<StoredEdit[]> =>
  load(db, id, sql`and exists (select 1 from ${placesOf(edits)} as p (sheet, row_ref, column_key, match_text, text)
    where (p.sheet, p.row_ref, p.column_key, p.match_text) is not distinct from (e.sheet, e.row_ref, e.column_key, e.match_text)) order by e.id`);

/** Lays edits over an import; one that stands on the same place is replaced and remembers what the file says there. Answers with their ids. */
export const putEdits = async (tx: TenantSql, id: string, edits: readonly (RowEdit & { was: string | null })[], by: Editor): Promise<string[]> => {
  const rows = await tx.execute<{ id: string }>(sql`
    insert into import_edits as e (import_id, sheet, row_ref, column_key, match_text, text, was, by_user, by_label, at)
    select ${id}::uuid, p.sheet, p.row_ref, p.column_key, p.match_text, p.text, (${pgArray(edits.map(({ was }) => was))}::text[])[p.place], ${by.id}::uuid, ${by.label}, ${by.at}::timestamptz
    from ${placesOf(edits)} with ordinality as p (sheet, row_ref, column_key, match_text, text, place) order by p.place
    on conflict on constraint import_edits_place_key do update
      set text = excluded.text, was = coalesce(e.was, excluded.was), met = null, by_user = excluded.by_user, by_label = excluded.by_label, at = excluded.at
    returning id`);
  return rows.map((it) => it.id);
};

/** Takes edits of an import away; answers with those that were there. */
export const takeEdits = async (tx: TenantSql, id: string, edits: readonly string[]): Promise<StoredEdit[]> =>
  (await tx.execute<Row>(sql`delete from import_edits e where e.import_id = ${id}::uuid and e.id = any(${pgArray(edits)}::uuid[]) returning ${columns}`)).map(editOf);

/** Takes every edit of an import away. */
export const dropEdits = async (tx: TenantSql, id: string): Promise<void> => {
  await tx.execute(sql`delete from import_edits where import_id = ${id}::uuid`);
};

/** Notes how the edits of an import met its file when it was last read. */
export const noteMetEdits = async (tx: TenantSql, id: string, met: readonly MetEdit[]): Promise<void> => {
  if (met.length === 0) return;
  await tx.execute(sql`
    update import_edits e set met = m.rows, was = coalesce(m.was, e.was)
    from unnest(${pgArray(met.map((it) => it.id))}::uuid[], ${pgArray(met.map((it) => it.was))}::text[], ${pgArray(met.map(({ rows }) => rows))}::int[]) as m (id, was, rows)
    where e.import_id = ${id}::uuid and e.id = m.id`);
};

/** Raises the version of an import whose edits changed, if it still stands at that version and may be edited; false if not. */
export const noteEdited = async (tx: TenantSql, id: string, { states, version }: { states: readonly string[]; version: number }): Promise<boolean> =>
  (await tx.execute(sql`
    update imports set version = version + 1, unchecked_edits = true where id = ${id}::uuid and state = any(${pgArray(states)}::text[]) and version = ${version} returning id`)).length > 0;
