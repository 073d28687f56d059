import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyLine, copyText, CopyRefused, pgArray, rawClient, type TenantDb, type TenantTx } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
});
afterAll(() => cluster.close());

class Undo extends Error {}

const undone = async (work: (tx: TenantTx) => Promise<void>): Promise<void> => {
  const outcome = db.transaction(async (tx) => {
    await work(tx);
    throw new Undo();
  });
  await expect(outcome).rejects.toBeInstanceOf(Undo);
};

const lines = async function* (rows: readonly (readonly (string | null)[])[]): AsyncGenerator<string> {
  for (const row of rows) yield copyLine(row);
};

const two = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222'];

describe("a tenant's database", () => {
  it('takes date, json, uuid[] and COPY in one transaction, and undoes them together', async () => {
    await undone(async (tx) => {
      await tx.execute(sql`create temporary table notes (day date, what jsonb, ids uuid[], note text) on commit drop`);
      await tx.execute(sql`insert into notes values (${'2026-02-28'}, ${JSON.stringify({ a: [1, 'x'] })}::jsonb, ${pgArray(two)}::uuid[], null)`);
      await tx.execute(sql`insert into settings (key, value) values ('undone', '1')`);
      await tx.transaction((inner) => copyText(inner, 'notes', ['note'], lines([['tab\there'], [null]]), 5_000));
      const raw = rawClient(tx);
      expect([...(await raw`select count(*)::int as n from notes`)]).toEqual([{ n: 3 }]);
      const [row] = await tx.execute(sql`select day, what, ids, note from notes where day is not null`);
      expect(row).toEqual({ day: '2026-02-28', what: { a: [1, 'x'] }, ids: `{${two.join(',')}}`, note: null });
      expect([...(await tx.execute(sql`select note from notes where day is null order by note`))]).toEqual([{ note: 'tab\there' }, { note: null }]);
    });
    expect(await db.execute(sql`select 1 from settings where key = 'undone'`)).toHaveLength(0);
  });

  it('reads an array literal as the texts it was made of', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0') && value.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text)), async (values) => {
        const rows = await db.execute<{ value: string | null }>(sql`select v as value from unnest(${pgArray(values)}::text[]) with ordinality as x (v, n) order by n`);
        expect(rows.map((row) => row.value)).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });

  it('copies texts unchanged, whatever they hold', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0') && value.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.option(text), text), { minLength: 1 }), async (rows) => {
        await undone(async (tx) => {
          await tx.execute(sql`create temporary table texts (n text, a text, b text) on commit drop`);
          await copyText(tx, 'texts', ['n', 'a', 'b'], lines(rows.map((row, n) => [String(n), ...row])), 5_000);
          const back = await tx.execute<{ a: string | null; b: string }>(sql`select a, b from texts order by n::int`);
          expect(back.map((row) => [row.a, row.b])).toEqual(rows);
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('a refused COPY', () => {
  const copy = (rows: readonly (readonly string[])[], deadline = 10_000): Promise<void> =>
    db.transaction(async (tx) => {
      await tx.execute(sql`create temporary table pairs (a text, n int) on commit drop`);
      await copyText(tx, 'pairs', ['a', 'n'], lines(rows), deadline);
    });

  it('is an error, not a wait without end, and leaves the pool whole', async () => {
    for (let time = 0; time < 5; time += 1) await expect(copy([['x', 'no number']])).rejects.toBeInstanceOf(CopyRefused);
    await expect(copy([['x']])).rejects.toBeInstanceOf(CopyRefused);
    await copy([['x', '1']]);
    expect([...(await db.execute(sql`select 1 as n`))]).toEqual([{ n: 1 }]);
  });

  it('is an error also when the server refuses while rows are still coming', async () => {
    const many = Array.from({ length: 200_000 }, (_, n) => ['a value that fills the buffers of the connection', n === 10 ? 'no number' : String(n)]);
    await expect(copy(many)).rejects.toBeInstanceOf(CopyRefused);
    await copy([['x', '1']]);
  });

  it('is given up at the deadline when another transaction holds the table', async () => {
    const superuser = cluster.superuser();
    const { tenant } = await cluster.openTenant('alpha');
    await superuser.begin(async (other) => {
      await other.unsafe(`lock table ${tenant.schemaName}.settings in access exclusive mode`);
      const waiting = db.transaction((tx) => copyText(tx, 'settings', ['key', 'value'], lines([['a', '1']]), 300));
      await expect(waiting).rejects.toBeInstanceOf(CopyRefused);
    });
    expect(await db.execute(sql`select 1 from settings`)).toHaveLength(0);
  });

  it('is given up at the deadline when its source stops', async () => {
    const never = async function* (): AsyncGenerator<string> {
      yield copyLine(['a', '1']);
      await new Promise(() => {});
    };
    const waiting = db.transaction((tx) => copyText(tx, 'settings', ['key', 'value'], never(), 300));
    await expect(waiting).rejects.toBeInstanceOf(CopyRefused);
    expect(await db.execute(sql`select 1 from settings`)).toHaveLength(0);
  });
});
