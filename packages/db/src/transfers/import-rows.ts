import { type SQL, sql } from 'drizzle-orm';

import type { SheetKey } from '../roster/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A row of a file as it was staged: normalised values by column, with `problems` of the cells that can't be read. */
export type StagedCells = Readonly<Record<string, string | null>>;

/** Where a row stands: the template's sheet and the number it is staged under. */
export type RowPlace = { sheet: SheetKey; ref: number };

/** A row that somebody has to look at, with its sheet and number as the file has them. */
export type KeptRow = RowPlace & { sheetName: string; row: number; cells: StagedCells; kinds: string[] };

/** A row that is to be kept. */
export type RowToKeep = Omit<KeptRow, 'cells'>;

const sheets: readonly SheetKey[] = ['units', 'posts', 'people', 'certificates'];
const pageSize = 5_000;

const stagedRows = (batch: string, sheet: SheetKey, places: readonly RowToKeep[]): SQL => sql`
  select p.place, s.row_no, to_jsonb(s) - 'batch_id' - 'row_no' as cells
  from unnest(${pgArray(places.map(({ ref }) => ref))}::int[]) with ordinality as p (row_no, place)
  join ${sql.identifier(`stage_${sheet}`)} s on s.batch_id = ${batch}::uuid and s.row_no = p.row_no`;

type Chunk = { sheet: SheetKey; places: RowToKeep[]; first: number };

function* chunks(places: readonly RowToKeep[]): Generator<Chunk> {
  let first = 0;
  for (const sheet of sheets) {
    const own = places.filter((it) => it.sheet === sheet);
    for (let i = 0; i < own.length; i += pageSize) yield { sheet, places: own.slice(i, i + pageSize), first: first + i };
    first += own.length;
  }
}

/** Some staged rows of a batch, as long as it is staged, in their order. */
export async function* stagedRowsOf(db: TenantSql, batch: string, places: readonly RowToKeep[]): AsyncGenerator<KeptRow> {
  for (const chunk of chunks(places)) {
    const rows = await db.execute<{ place: string; cells: StagedCells }>(sql`${stagedRows(batch, chunk.sheet, chunk.places)} order by p.place`);
    for (const { place, cells } of rows) yield { ...chunk.places[Number(place) - 1]!, cells };
  }
}

/** Keeps some staged rows of a batch with an import, in place of what an earlier check kept. They come in the order of the workbook. */
export const keepRows = async (tx: TenantSql, id: string, batch: string, places: readonly RowToKeep[]): Promise<void> => {
  await tx.execute(sql`delete from import_rows where import_id = ${id}::uuid`);
  for (const { sheet, places: part, first } of chunks(places)) {
    const column = (of: (it: RowToKeep) => string | number) => sql`${pgArray(part.map(of))}`;
    await tx.execute(sql`
      insert into import_rows (import_id, sheet, row_ref, sheet_name, row_no, position, cells, kinds)
      select ${id}::uuid, ${sheet}, r.row_no, k.sheet_name, k.row_no, ${first}::int + r.place, r.cells, string_to_array(k.kinds, ' ')
      from (${stagedRows(batch, sheet, part)}) r
      join unnest(${column((it) => it.sheetName)}::text[], ${column(({ row }) => row)}::int[], ${column(({ kinds }) => kinds.join(' '))}::text[]) with ordinality as k (sheet_name, row_no, kinds, place) on k.place = r.place`);
  }
};

const columns = sql`r.sheet, r.row_ref as ref, r.sheet_name as "sheetName", r.row_no as row, r.cells, to_json(r.kinds) as kinds`;

export type RowFilter = { sheet?: SheetKey | undefined; kind?: string | undefined; refused?: boolean | undefined; after: number; limit: number };

/** A page of the rows that are kept of an import, in the order of the workbook: those after a position. */
export const rowPage = async (db: TenantSql, id: string, { sheet, kind, refused, after, limit }: RowFilter): Promise<(KeptRow & { position: number })[]> => {
  const conditions = [
    ...(sheet === undefined ? [] : [sql`and r.sheet = ${sheet}`]),
    ...(kind === undefined ? [] : [sql`and ${kind} = any(r.kinds)`]),
    ...(refused === true ? [sql`and cardinality(r.kinds) > 0`] : []),
  ];
  return [...(await db.execute<KeptRow & { position: number }>(sql`
    select ${columns}, r.position from import_rows r
    where r.import_id = ${id}::uuid and r.position > ${after} ${sql.join(conditions, sql` `)} order by r.position limit ${limit}`))];
};

const onRows = (alias: SQL, rows: readonly RowPlace[]): SQL => sql`
  unnest(${pgArray(rows.map(({ sheet }) => sheet))}::text[], ${pgArray(rows.map(({ ref }) => ref))}::int[]) as ${alias} (sheet, ref)`;

/** The rows of some places that are kept of an import. */
export const keptRowsAt = async (db: TenantSql, id: string, rows: readonly RowPlace[]): Promise<KeptRow[]> => [
  ...(await db.execute<KeptRow>(sql`
    select ${columns} from import_rows r where r.import_id = ${id}::uuid
      and (r.sheet, r.row_ref) in (select p.sheet, p.ref from ${onRows(sql`p`, rows)})`)),
];

/** The refusals of some rows, as the last check found them. */
export const refusalsOfRows = async <T>(db: TenantSql, id: string, rows: readonly RowPlace[]): Promise<T[]> =>
  (await db.execute<{ finding: T }>(sql`
    select f.finding from import_findings f join ${onRows(sql`p`, rows)} on f.finding ->> 'sheet' = p.sheet and (f.finding ->> 'ref')::int = p.ref
    where f.import_id = ${id}::uuid and f.list = 'refusals' order by f.position`)).map(({ finding }) => finding);

/** How many of the kept rows of an import each kind of refusal has, by sheet. */
export const refusalKinds = async (db: TenantSql, id: string): Promise<{ sheet: SheetKey; kind: string; rows: number }[]> => [
  ...(await db.execute<{ sheet: SheetKey; kind: string; rows: number }>(sql`
    select r.sheet, k.kind, count(*)::int as rows from import_rows r cross join lateral unnest(r.kinds) as k (kind) where r.import_id = ${id}::uuid
    group by r.sheet, k.kind order by array_position(array['units', 'posts', 'people', 'certificates'], r.sheet), rows desc, k.kind`)),
];

/** The edits that touch some rows by their place; rules for all that say the same are not among them. */
export const editsOfRows = async (db: TenantSql, id: string, rows: readonly RowPlace[]): Promise<(RowPlace & { id: string; column: string | null })[]> => [
  ...(await db.execute<RowPlace & { id: string; column: string | null }>(sql`
    select e.id, e.sheet, e.row_ref as ref, e.column_key as column from import_edits e join ${onRows(sql`p`, rows)} on e.sheet = p.sheet and e.row_ref = p.ref
    where e.import_id = ${id}::uuid order by e.id`)),
];

/** A refused value of a column, in how many rows it stands, and the first of its refusals. */
export type RefusedValue<T> = { sheet: SheetKey; kind: string; column: string; value: string; rows: number; finding: T };

/** The values that were refused, those in the most rows first; refusals of rows as a whole and of blank cells have none. */
export const refusedValues = async <T>(db: TenantSql, id: string, { kind, skip, limit }: { kind?: string | undefined; skip: number; limit: number }): Promise<RefusedValue<T>[]> => {
  const of = (key: string) => sql.raw(`f.finding ->> '${key}'`);
  return [
    ...(await db.execute<RefusedValue<T>>(sql`
      select ${of('sheet')} as sheet, ${of('kind')} as kind, ${of('column')} as column, ${of('value')} as value, count(*)::int as rows, (array_agg(f.finding order by f.position))[1] as finding
      from import_findings f where f.import_id = ${id}::uuid and f.list = 'refusals' and coalesce(${of('value')}, '') <> '' ${kind === undefined ? sql`` : sql`and ${of('kind')} = ${kind}`}
      group by 1, 2, 3, 4 order by rows desc, value limit ${limit} offset ${skip}`)),
  ];
};
