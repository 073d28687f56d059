import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';

/** The setting that says that a tenant's sample data are whole; absent while they are being loaded, and in every real tenant. */
const key = 'demo.loaded';

/** Whether the sample data of a tenant were loaded to the end. */
export const isDemoLoaded = async (db: TenantSql): Promise<boolean> => (await db.execute(sql`select 1 from settings where key = ${key}`)).length > 0;

/** Notes that the sample data of a tenant are whole: the last thing their loading does. */
export const markDemoLoaded = async (db: TenantSql): Promise<void> => {
  await db.execute(sql`insert into settings (key, value) values (${key}, 'true'::jsonb) on conflict (key) do nothing`);
};
