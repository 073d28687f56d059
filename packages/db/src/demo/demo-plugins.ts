import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';

const key = 'demo-plugins';

/** The plugins that were already set up for a demonstration, each once. */
export const demoPlugins = async (db: TenantSql): Promise<string[]> => {
  const [row] = await db.execute<{ value: string[] }>(sql`select value from settings where key = ${key}`);
  return row?.value ?? [];
};

/** Notes that a plugin was set up for a demonstration: what somebody does with it from then on stays. */
export const markDemoPlugin = async (db: TenantSql, plugin: string): Promise<void> => {
  await db.execute(sql`
    insert into settings (key, value) values (${key}, jsonb_build_array(${plugin}::text))
    on conflict (key) do update set value = settings.value || excluded.value where not settings.value @> excluded.value`);
};
