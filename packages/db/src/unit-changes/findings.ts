import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** The lists that a preview, or a refusal, leaves to be opened. */
export const changeLists = ['refusals', 'units', 'people', 'stranded', 'grants', 'plans', 'figures', 'dependents'] as const;
export type ChangeList = (typeof changeLists)[number];

/** Keeps what was found in place of what was found before. */
export const storeChangeFindings = async (tx: TenantSql, id: string, findings: Partial<Readonly<Record<ChangeList, readonly unknown[]>>>): Promise<void> => {
  await tx.execute(sql`delete from unit_change_findings where change_id = ${id}::uuid`);
  for (const [list, all] of Object.entries(findings)) {
    for (let start = 0; start < all.length; start += 5_000) {
      await tx.execute(sql`
        insert into unit_change_findings (change_id, list, position, finding)
        select ${id}::uuid, ${list}, ${start} + f.position, f.finding from jsonb_array_elements(${JSON.stringify(all.slice(start, start + 5_000))}::jsonb) with ordinality as f (finding, position)`);
    }
  }
};

/** A page of one list: what stands after a position. */
export const changeFindingPage = async <T>(db: TenantSql, id: string, { list, after, limit }: { list: ChangeList; after: number; limit: number }): Promise<{ position: number; finding: T }[]> => [
  ...(await db.execute<{ position: number; finding: T }>(sql`
    select position, finding from unit_change_findings where change_id = ${id}::uuid and list = ${list} and position > ${after} order by position limit ${limit}`)),
];

/** The names of some people by their ids. */
export const namesOfPeople = async (db: TenantSql, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; name: string }>(sql`select p.id, p.full_name as name from people p where p.id in (${sql.join(ids.map((it) => sql`${it}::uuid`), sql`, `)})`);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
