import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type postgres from 'postgres';
import { rawClient } from './raw-client.ts';
import type { TenantTx } from './tenant-db.ts';

/** The server refused copied rows, or the deadline passed. The transaction is lost; roll it back. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One row in COPY's text format; null is NULL. The writer of a table gives the same number of values every time. */
export const copyLine = (values: readonly (string | null)[]): string =>
  `${values.map((value) => (value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign))).join('\t')}\n`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const writeAll = async (writer: Writable, source: AsyncIterable<string | Uint8Array>): Promise<void> => {
  for await (const chunk of source) if (!writer.write(chunk)) await once(writer, 'drain');
};

/** Resolves when the driver has told the server that no more rows come: from then on it takes queries again. */
const ended = (writer: Writable): Promise<void> =>
  new Promise((resolve, reject) => {
    const final = writer._final?.bind(writer);
    writer._final = (done) => {
      final?.(done);
      resolve();
    };
    writer.once('error', reject);
    writer.end();
  });

const writeBefore = async (deadlineMs: number, writer: Writable, source: AsyncIterable<string | Uint8Array>): Promise<void> => {
  const timer = setTimeout(() => writer.destroy(new Error(`it took longer than ${deadlineMs} ms`)), deadlineMs);
  const failed = once(writer, 'error').then(([error]: unknown[]) => Promise.reject(error as Error));
  failed.catch(() => {});
  try {
    await Promise.race([writeAll(writer, source), failed]);
    await ended(writer);
  } catch (error) {
    writer.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

/** Streams rows in COPY's text format into a table of the transaction; see `copyText`, which does it in a tenant's own. */
export const copyRows = async (client: postgres.TransactionSql, table: string, columns: readonly string[], source: AsyncIterable<string | Uint8Array>, deadlineMs: number): Promise<void> => {
  const [before] = await client<{ value: string }[]>`select current_setting('statement_timeout') as value, set_config('statement_timeout', ${String(deadlineMs)}, true)`;
  try {
    const writer = await client.unsafe(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`).writable();
    await writeBefore(deadlineMs, writer, source);
    await client`select set_config('statement_timeout', ${before?.value ?? '0'}, true)`;
  } catch (error) {
    throw new CopyRefused(`The rows copied into ${table} were refused: ${(error as Error).message}`, { cause: error });
  }
};

/**
 * Streams rows in COPY's text format into an all-text table of the transaction, until the deadline. Refused rows throw `CopyRefused`.
 *
 * The driver never reports a refusal that comes after the last row, and waits for ever. So a query is sent behind the COPY: it answers
 * when the server is done, and fails when the COPY did. The server itself gives up at the deadline, for instance when it waits for a lock.
 */
export const copyText = (tx: TenantTx, table: string, columns: readonly string[], source: AsyncIterable<string | Uint8Array>, deadlineMs: number): Promise<void> =>
  copyRows(rawClient(tx), table, columns, source, deadlineMs);
