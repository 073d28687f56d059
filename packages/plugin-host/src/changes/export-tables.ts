import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { TenantDb } from '@saubac/db/tenancy';
import { sql } from 'drizzle-orm';

const page = 1_000;

async function* rowsOf(tx: Pick<TenantDb, 'execute'>, table: string): AsyncGenerator<string> {
  await tx.execute(sql`declare plugin_rows no scroll cursor for select to_jsonb(t)::text as row from ${sql.identifier(table)} t`);
  for (;;) {
    const rows = await tx.execute<{ row: string }>(sql.raw(`fetch ${page} from plugin_rows`));
    for (const { row } of rows) yield row;
    if (rows.length < page) break;
  }
  await tx.execute(sql`close plugin_rows`);
}

/**
 * Writes what tables of a plugin hold into a file that its owner alone may read: a line of JSON about the whole, then one for each row with
 * the table it is of, all as of one moment.
 */
export const exportTables = (db: TenantDb, path: string, { plugin, at, tables }: { plugin: string; at: string; tables: readonly string[] }): Promise<void> =>
  db.transaction(
    async (tx) => {
      const file = createWriteStream(path, { mode: 0o600 });
      const line = async (text: string): Promise<void> => {
        if (!file.write(`${text}\n`)) await once(file, 'drain');
      };
      await line(JSON.stringify({ plugin, at, tables }));
      for (const table of tables) for await (const row of rowsOf(tx, table)) await line(`{"table":${JSON.stringify(table)},"row":${row}}`);
      file.end();
      await finished(file);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
