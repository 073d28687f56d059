import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';

/** How far the sample data of a tenant are: being loaded, or whole. A tenant without them is nobody's sample, and is left alone. */
export type DemoState = 'begun' | 'whole';

const key = 'demo';

/** How far the sample data of a tenant are; undefined if it was not made for them. */
export const demoState = async (db: TenantSql): Promise<DemoState | undefined> => {
  const [row] = await db.execute<{ state: DemoState }>(sql`select value #>> '{}' as state from settings where key = ${key}`);
  return row?.state;
};

/** Notes how far the sample data of a tenant are: begun before the first of them, whole after the last. */
export const markDemo = async (db: TenantSql, state: DemoState): Promise<void> => {
  await db.execute(sql`insert into settings (key, value) values (${key}, to_jsonb(${state}::text)) on conflict (key) do update set value = excluded.value`);
};
