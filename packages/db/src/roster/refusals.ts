import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';
import type { SheetKey } from './staging.ts';

/** Why a row is refused: its sheet and spreadsheet row, the column, the kind of problem, the value, what else the words need. */
export type RowRefusal = { sheet: SheetKey; row: number; column: string; kind: string; value: string | null; params?: Readonly<Record<string, unknown>> };

/** Begins the list of refused rows of this transaction with the cells that could not be read. */
export const startRefusals = async (tx: TenantSql, batch: string): Promise<void> => {
  await tx.execute(sql`create temp table refused_rows (sheet text not null, row_no int not null, column_key text not null, kind text not null, value text, params jsonb) on commit drop`);
  for (const sheet of ['units', 'posts', 'people', 'certificates'] as const) {
    await tx.execute(sql`
      insert into refused_rows
      select ${sheet}, s.row_no, p ->> 'column', p ->> 'kind', p ->> 'value', case when p ? 'allowed' then jsonb_build_object('allowed', p -> 'allowed') end
      from ${sql.identifier(`stage_${sheet}`)} s, jsonb_array_elements(s.problems::jsonb) p where s.batch_id = ${batch}::uuid and s.problems is not null`);
  }
};

/** Adds refusals found outside the database. */
export const addRefusals = async (tx: TenantSql, refusals: readonly RowRefusal[]): Promise<void> => {
  if (refusals.length === 0) return;
  const column = (of: (it: RowRefusal) => string | number | null) => sql`${pgArray(refusals.map(of))}`;
  await tx.execute(sql`
    insert into refused_rows select sheet, row_no, column_key, kind, value, params::jsonb
    from unnest(${column((it) => it.sheet)}::text[], ${column((it) => it.row)}::int[], ${column((it) => it.column)}::text[], ${column((it) => it.kind)}::text[],
      ${column((it) => it.value)}::text[], ${column((it) => (it.params ? JSON.stringify(it.params) : null))}::text[]) as t (sheet, row_no, column_key, kind, value, params)`);
};

/** How many rows are refused, per sheet. */
export const countRefused = async (tx: TenantSql): Promise<Map<SheetKey, number>> => {
  const rows = await tx.execute<{ sheet: SheetKey; rows: number }>(sql`select sheet, count(distinct row_no)::int as rows from refused_rows group by sheet`);
  return new Map(rows.map((it) => [it.sheet, it.rows]));
};

/** The refusals in the order of the workbook, at most so many. */
export const listRefusals = async (tx: TenantSql, most: number): Promise<RowRefusal[]> => [
  ...(await tx.execute<RowRefusal>(sql`
    select sheet, row_no as row, column_key as column, kind, value, coalesce(params, '{}') as params from refused_rows
    order by array_position(array['units', 'posts', 'people', 'certificates'], sheet), row_no, column_key limit ${most}`)),
];
