import { sql } from 'drizzle-orm';
import type { TenantDb } from '../tenancy/index.ts';

/** The tables that figures are computed from. */
const counted = ['units', 'unit_versions', 'unit_lines', 'posts', 'post_standards', 'assignments', 'planned_posts', 'language_training_list', 'certificates', 'certificate_levels'];

/**
 * Lets the planner know what an import has written. Without it the next figures are planned for empty tables and take a hundred times
 * as long, until the server looks by itself; a server that runs for one command only never does. People are vacuumed, too: only then do
 * lists read their names from the index alone. Outside of any transaction.
 */
export const analyzeCounted = async (db: TenantDb): Promise<void> => {
  await db.execute(sql`vacuum (analyze) people`);
  for (const table of counted) await db.execute(sql`analyze ${sql.identifier(table)}`);
};
