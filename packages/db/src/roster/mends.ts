import type { Mend, MendKind } from '@saubac/domain/people';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import type { SheetKey } from './staging.ts';

/** What was mended in a staged row. */
export type StagedMend = Mend & { sheet: SheetKey; row: number };

const sheets = ['units', 'posts', 'people', 'certificates'] as const satisfies readonly SheetKey[];

const mendsOf = (batch: string): SQL =>
  sql.join(
    sheets.map(
      (sheet, order) =>
        sql`select ${sheet}::text as sheet, ${order}::int as sheet_order, s.row_no, m.mend, m.place from ${sql.identifier(`stage_${sheet}`)} s, jsonb_array_elements(s.mends::jsonb) with ordinality as m (mend, place) where s.batch_id = ${batch}::uuid and s.mends is not null`,
    ),
    sql` union all `,
  );

/** How many cells of the batch were mended, by kind. */
export const countMends = async (tx: TenantSql, batch: string): Promise<Partial<Record<MendKind, number>>> => {
  const rows = await tx.execute<{ kind: MendKind; cells: number }>(sql`select mend ->> 'kind' as kind, count(*)::int as cells from (${mendsOf(batch)}) m group by 1 order by 1`);
  return Object.fromEntries(rows.map((it) => [it.kind, it.cells]));
};

/** What was mended in the order of the workbook, at most so much. */
export const listMends = async (tx: TenantSql, batch: string, most: number): Promise<StagedMend[]> => [
  ...(await tx.execute<StagedMend>(sql`
    select sheet, row_no as row, mend ->> 'column' as column, mend ->> 'kind' as kind, mend ->> 'from' as from, mend ->> 'to' as to
    from (${mendsOf(batch)}) m order by sheet_order, row_no, place limit ${most}`)),
];
