import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { TenantDb } from '@saubac/db/tenancy';
import { filesOfPlugin, type StoredFile } from '@saubac/db/transfers';
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

const isMissing = (error: unknown): boolean => (error as { cause?: { code?: string } } | null)?.cause?.code === 'ENOENT';

/** A file as lines: what it is, then its content in pieces, in base64. One whose content is lost is told as missing and stands in nobody's way. */
async function* linesOfFile({ id, originalName, mediaType, size, sha256, createdAt }: StoredFile, read: (id: string) => Promise<Readable>): AsyncGenerator<object> {
  const content = await read(id).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  yield { file: id, name: originalName, mediaType, size, sha256, addedAt: createdAt, ...(content ? {} : { missing: true }) };
  for await (const piece of content ?? []) yield { of: id, base64: (piece as Buffer).toString('base64') };
}

/** What of a plugin is written, and how the content of its files is read. */
export type PluginHoldings = { plugin: string; at: string; tables: readonly string[]; read: (id: string) => Promise<Readable> };

/**
 * Writes what a plugin holds into a file that its owner alone may read, all as of one moment: a line of JSON about the whole, then one for each row
 * with the table it is of, then its files, each as a line about it and lines with its content.
 */
export const exportPlugin = (db: TenantDb, path: string, { plugin, at, tables, read }: PluginHoldings): Promise<void> =>
  db.transaction(
    async (tx) => {
      const out = createWriteStream(path, { mode: 0o600 });
      const line = async (text: string): Promise<void> => {
        if (!out.write(`${text}\n`)) await once(out, 'drain');
      };
      const files = await filesOfPlugin(tx, plugin);
      await line(JSON.stringify({ plugin, at, tables, files: files.length }));
      for (const table of tables) for await (const row of rowsOf(tx, table)) await line(`{"table":${JSON.stringify(table)},"row":${row}}`);
      for (const file of files) for await (const said of linesOfFile(file, read)) await line(JSON.stringify(said));
      out.end();
      await finished(out);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
