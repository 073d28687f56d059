import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Client } from '../cluster/index.ts';
import { readWithin, ReadTimedOut, type TenantDb } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let superuser: Client;
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  superuser = cluster.superuser();
});
afterAll(() => cluster.close());

const patience = 60_000;
const sleeping = async (): Promise<number> => {
  const [row] = await superuser`select count(*)::int as count from pg_stat_activity where datname = current_database() and query like '%pg_sleep(1234%' and state = 'active' and pid <> pg_backend_pid()`;
  return row?.['count'] as number;
};
const until = async (wanted: number): Promise<void> => {
  while ((await sleeping()) !== wanted) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a long read', () => {
  it('answers from one snapshot, can not write, and leaves the connection as it found it', async () => {
    const seen = await readWithin(db, { timeoutMs: patience }, async (tx) => {
      const before = await tx.execute(sql`select count(*)::int as n from units`);
      await db.execute(sql`insert into units (code) values ('MEANWHILE')`);
      const after = await tx.execute(sql`select count(*)::int as n, current_setting('statement_timeout') as timeout from units`);
      return [before[0]?.['n'], after[0]?.['n'], after[0]?.['timeout']];
    });
    expect(seen).toEqual([0, 0, '1min']);
    await expect(readWithin(db, { timeoutMs: patience }, (tx) => tx.execute(sql`insert into units (code) values ('NEVER')`))).rejects.toMatchObject({ cause: { code: '25006' } });
    const settings = await Promise.all([1, 2, 3, 4].map(() => db.execute(sql`select current_setting('statement_timeout') as timeout`)));
    expect(new Set(settings.map((rows) => rows[0]?.['timeout']))).toEqual(new Set(['0']));
  });

  it('is stopped by the server after its time, and says so', async () => {
    await expect(readWithin(db, { timeoutMs: 30 }, (tx) => tx.execute(sql`select pg_sleep(1234.1)`))).rejects.toBeInstanceOf(ReadTimedOut);
    expect(await sleeping()).toBe(0);
  });

  it('ends on the server when nobody waits for it any more, and what runs beside it goes on', async () => {
    const leaving = new AbortController();
    const left = new Error('left');
    const beside = readWithin(db, { timeoutMs: patience }, (tx) => tx.execute(sql`select pg_sleep(0.3), 'beside' as word`));
    const read = readWithin(db, { timeoutMs: patience, signal: leaving.signal }, (tx) => tx.execute(sql`select pg_sleep(1234.2), ${'a parameter'}::text`));
    const refused = expect(read).rejects.toBe(left);
    await until(1);
    leaving.abort(left);
    await refused;
    await until(0);
    expect((await beside)[0]).toMatchObject({ word: 'beside' });
    expect(await db.execute(sql`select 1 as one`)).toHaveLength(1);
  });

  it('sends nothing more once nobody waits', async () => {
    const leaving = new AbortController();
    const left = new Error('left');
    let reached = false;
    const read = readWithin(db, { timeoutMs: patience, signal: leaving.signal }, async (tx) => {
      await tx.execute(sql`select 1`);
      leaving.abort(left);
      await tx.execute(sql`select 2`);
      reached = true;
    });
    await expect(read).rejects.toBe(left);
    expect(reached).toBe(false);
    await expect(readWithin(db, { timeoutMs: patience, signal: leaving.signal }, () => Promise.resolve(1))).rejects.toBe(left);
  });

  it('lets a fault of its own through as it is', async () => {
    await expect(readWithin(db, { timeoutMs: patience }, (tx) => tx.execute(sql`select 1 / 0`))).rejects.toMatchObject({ cause: { code: '22012' } });
  });
});
