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

const rowsOf = (result: unknown): unknown[] => {
  const rows = result as unknown[];
  return rows.some(Array.isArray) ? rows.flat() : [...rows];
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
