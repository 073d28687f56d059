import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantDb } from '../tenancy/index.ts';
import { dataVersion, insertDetails, verifyChain, writeWithAudit, type WriteContext } from './index.ts';
import { uuidV7 } from './uuid-v7.ts';

const context: WriteContext = { actor: { id: null, label: 'operator' }, now: new Date('2026-03-01T08:00:00.123Z') };

let cluster: TestCluster;
let db: TenantDb;
let schema: string;

beforeAll(async () => {
  cluster = await cloneDatabase();
  const handle = await cluster.openTenant('alpha');
  db = handle.db;
  schema = handle.tenant.schemaName;
});
afterAll(() => cluster.close());

// Half surrogates, control characters, quotes, backslashes: whatever a text can hold but the character zero, which no text of the database can.
const anyText = fc.array(fc.oneof(fc.integer({ min: 1, max: 0xffff }), fc.constantFrom(0x22, 0x5c, 0x0a, 0x7f, 0x2028, 0xd83d, 0xde00, 0x1ea1)), { maxLength: 12 }).map((units) => String.fromCharCode(...units));
const anyPayload = fc.oneof(fc.constant(null), fc.dictionary(anyText, fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null), fc.array(anyText)), { maxKeys: 4 }));
const anyAct = fc.record({ actor: anyText, why: fc.option(anyText, { nil: undefined }), before: anyPayload, after: anyPayload });

const addPost = (code: string): Promise<void> =>
  writeWithAudit(db, context, async (tx, record) => {
    await tx.execute(sql`insert into posts (code, name) values (${code}, 'Chuyên viên')`);
    await record({ act: 'post.added', subject: { kind: 'post' }, after: { code, name: 'Chuyên viên', parts: [1, 2.5, { b: null, a: 'x' }] } });
  });

const bulkWrite = (subjects: string[]): Promise<string> =>
  writeWithAudit(db, context, async (tx, record) => {
    const entry = await record({ act: 'roster.imported', subject: { kind: 'roster' }, after: { rows: subjects.length } });
    await insertDetails(tx, entry, subjects.map((subjectId, row) => ({ subjectId, act: 'person.changed', before: { row }, after: { row: row + 1, note: 'tab\t "quote" \\' } })));
    return entry;
  });

const changedAsSuperuser = async (statement: string): Promise<Awaited<ReturnType<typeof verifyChain>>> => {
  const superuser = cluster.superuser();
  await superuser.unsafe(`set search_path = ${schema}`);
  await superuser.unsafe(statement);
  await superuser.end();
  return verifyChain(db);
};

const kinds = async (statement: string): Promise<string[]> => (await changedAsSuperuser(statement)).faults.map((fault) => `${fault.kind}@${fault.position}`);

describe('the audit of a tenant', () => {
  it('raises the data version by one for each act', async () => {
    const before = await dataVersion(db);
    await addPost('P1');
    await addPost('P2');
    expect(await dataVersion(db)).toBe(before + 2);
  });

  it('leaves no trace of work that records nothing', async () => {
    const before = await dataVersion(db);
    expect(await writeWithAudit(db, context, () => Promise.resolve('unchanged'))).toBe('unchanged');
    expect(await dataVersion(db)).toBe(before);
  });

  it('undoes the write together with its audit when the work throws', async () => {
    const before = await dataVersion(db);
    const work = writeWithAudit(db, context, async (tx, record) => {
      await tx.execute(sql`insert into posts (code, name) values ('P9', 'x')`);
      await record({ act: 'post.added', subject: { kind: 'post' } });
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await db.execute(sql`select 1 from posts where code = 'P9'`)).toHaveLength(0);
    expect(await dataVersion(db)).toBe(before);
  });

  it('gives writers side by side positions without gap', async () => {
    await Promise.all(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'].map(addPost));
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('adds one chained entry with a detail row for each person of a bulk write', async () => {
    const entry = await bulkWrite([uuidV7(), uuidV7(), uuidV7()]);
    const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from audit_details where entry_id = ${entry}`);
    expect(row?.n).toBe(3);
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('says the same in SQL as in the code that verifies it, whatever the texts', async () => {
    await Promise.all(
      fc.sample(anyAct, { numRuns: 80, seed: 3 }).map(({ actor, why, before, after }) =>
        writeWithAudit(db, { ...context, actor: { id: null, label: actor }, why }, async (_tx, record) => {
          await record({ act: 'post.added', subject: { kind: 'post', id: uuidV7() }, before, after });
        }),
      ),
    );
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('takes statements alongside, which are undone with it', async () => {
    const insert = (code: string, rest = sql``) => sql`insert into posts (code, name) values (${code}, 'x')${rest}`;
    const write = (records: boolean, ...statements: readonly ReturnType<typeof insert>[]) =>
      writeWithAudit(db, context, async (_tx, record, alongside) => {
        if (records) await record({ act: 'post.added', subject: { kind: 'post' } });
        statements.forEach(alongside);
      });
    await write(true, insert('R1'), insert('R2'));
    await write(false, insert('R3'));
    const version = await dataVersion(db);
    await expect(write(true, insert('R4'), insert('R1'))).rejects.toThrow('Failed query');
    expect(await dataVersion(db)).toBe(version);
    expect(await db.execute(sql`select code from posts where code like 'R%' order by 1`)).toEqual([{ code: 'R1' }, { code: 'R2' }, { code: 'R3' }]);
  });

  it('lets a payload be erased with trace', async () => {
    const report = await changedAsSuperuser(`delete from audit_payloads where entry_id = (select id from audit_entries where position = 1)`);
    expect(report).toMatchObject({ erased: 1, faults: [] });
  });

  it('finds a changed payload, detail row, entry and head', async () => {
    expect(await kinds(`update audit_payloads set after = '{"code": "other"}' where entry_id = (select id from audit_entries where position = 2)`)).toEqual(['payload-changed@2']);
    const [detail] = await db.execute<{ position: string }>(sql`select position from audit_entries e where exists (select 1 from audit_details d where d.entry_id = e.id)`);
    expect(await kinds(`update audit_details set act = 'other' where id = (select min(id::text)::uuid from audit_details)`)).toContain(`payload-changed@${detail?.position}`);
    expect(await kinds(`update audit_entries set actor_label = 'somebody else' where position = 3`)).toContain('entry-changed@3');
    expect(await kinds(`delete from audit_payloads where entry_id = (select id from audit_entries where position = 4); delete from audit_entries where position = 4`)).toContain('gap@5');
    const last = await dataVersion(db);
    expect(await kinds(`update data_head set digest = 'x'`)).toContain(`head-changed@${last}`);
  });
});
