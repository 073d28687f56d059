import type { Db } from 'pg-boss';
import type postgres from 'postgres';
import { pgArray } from '../tenancy/pg-array.ts';

type Bound = string | number | boolean | null;

// The clients fetch no types, so nothing but plain values binds; the queries of pg-boss cast each of these from text.
const bindable = (value: unknown): Bound => {
  if (Array.isArray(value)) return pgArray(value as string[]);
  if (value instanceof Date) return value.toISOString();
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as Bound);
};

/** What PostgreSQL calls `uuid[]`. */
const uuidArray = 2951;

type Rows = postgres.RowList<postgres.Row[]>;

// The same on the way back: arrays come as text. pg-boss takes one that it can't read for a job that it has lost, and aborts the work.
const withArrays = (rows: Rows): unknown[] => {
  const arrays = (rows.columns ?? []).filter((it) => it.type === uuidArray).map((it) => it.name);
  if (arrays.length === 0) return [...rows];
  const read = (value: unknown): unknown => (typeof value === 'string' ? value.slice(1, -1).split(',').filter((it) => it !== '') : value);
  return rows.map((row) => ({ ...row, ...Object.fromEntries(arrays.map((name) => [name, read(row[name])])) }));
};

const rowsOf = (result: unknown): unknown[] => {
  const rows = result as unknown[];
  return rows.some(Array.isArray) ? rows.flatMap((it) => withArrays(it as Rows)) : withArrays(rows as Rows);
};

/** Lets pg-boss speak through a connection or a transaction of ours. */
export const executorOf = (sql: postgres.Sql | postgres.TransactionSql): Db => ({
  executeSql: async (text, values = []) => ({ rows: rowsOf(await sql.unsafe(text, values.map(bindable))) }),
});

// Scripts of several statements open a transaction, which a pool would spread over its connections.
const isScript = (text: string): boolean => /^\s*begin\b/i.test(text);

/**
 * Lets pg-boss speak through clients that are its own: `pool` for statements and notifications, `single`, of one connection, for scripts.
 * (Not by reserving one of the pool: the driver then waits for ever if it has to open it first.)
 */
export const executorOfClients = (pool: postgres.Sql, single: postgres.Sql): Db => ({
  executeSql: async (text, values) => {
    if (!isScript(text)) return executorOf(pool).executeSql(text, values);
    try {
      return await executorOf(single).executeSql(text, values);
    } catch (error) {
      await single`rollback`;
      throw error;
    }
  },
  listen: async (channel, onNotification, onReconnect) => {
    const { unlisten } = await pool.listen(channel, onNotification, onReconnect);
    return { close: unlisten };
  },
});
