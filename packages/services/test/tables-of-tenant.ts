import type { TenantDb } from '@saubac/db/tenancy';
import { sql } from 'drizzle-orm';

// What goes on whatever is put back: the audit and its head, batches and transfers themselves.
const goesOn = /^(?:audit_|stage_|import|data_head$|level_head$|outbox$|roster_batches$|files$|schema_migrations$|idempotency_keys$)/;

/** Every row of a tenant's tables, by table, without versions: equal for two moments between which nothing changed. */
export const tablesOfTenant = async (db: TenantDb): Promise<Record<string, string[]>> => {
  const tables = await db.execute<{ name: string }>(sql`select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by 1`);
  const found: Record<string, string[]> = {};
  for (const { name } of tables.filter((it) => !goesOn.test(it.name))) {
    // Levels are computed anew from what they follow from; what says the same may stand under another id.
    const row = name === 'certificate_levels' ? sql`to_jsonb(t) - 'version' - 'id'` : sql`to_jsonb(t) - 'version'`;
    found[name] = (await db.execute<{ row: string }>(sql`select (${row})::text as row from ${sql.identifier(name)} t order by 1`)).map((it) => it.row);
  }
  return found;
};
