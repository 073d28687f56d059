import type { PersonId } from '@saubac/domain/values';
import { insertPersonReads, uuidV7 } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

type Page = { items: Record<string, unknown>[]; next: string | null; total?: number };

let api: TestApi;
let db: TenantDb;
let head: TestUser;
let auditor: TestUser;
let officer: TestUser;
let herself: TestUser;
let stranger: TestUser;
const [an, binh] = [uuidV7() as PersonId, uuidV7() as PersonId];

beforeAll(async () => {
  api = await openApi();
  db = await api.db('alpha');
  for (const [code, person] of [['D', an], ['E', binh]] as const) {
    await db.execute(sql`insert into units (code) values (${code})`);
    await db.execute(sql`insert into unit_versions (unit_id, valid, name, path, tier, body_kind) select id, '[2020-01-01,)', ${code}, ${`${code}/`}, 'province', 'state' from units where code = ${code}`);
    await db.execute(sql`insert into people (id, full_name, name_sort, name_search) values (${person}, ${`Person ${code}`}, ${code}, ${code})`);
    await db.execute(sql`insert into assignments (person_id, unit_id, kind, main, valid_from) select ${person}, id, 'civil-servant', true, '2021-01-01' from units where code = ${code}`);
    await testCtx({ db }).write((_, record) => record({ act: 'person.changed', subject: { kind: 'person', id: person }, before: { sex: 'male', id_number: null }, after: { sex: 'female', id_number: '001199000123' } }), 'a slip');
  }
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  auditor = await api.user('alpha', [{ role: 'auditor', unit: 'D' }]);
  officer = await api.user('alpha', [{ role: 'agency-officer', unit: 'D' }]);
  herself = await api.user('alpha', [{ role: 'learner' }]);
  stranger = await api.user('beta', [{ role: 'home-affairs-head' }]);
  await db.execute(sql`update people set user_id = ${herself.id} where id = ${an}`);
});
afterAll(() => api.close());

const get = async (as: TestUser, path: string): Promise<Page & Record<string, unknown>> => {
  const response = await api.ask(`/api/t/alpha${path}`, { as });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as Page & Record<string, unknown>;
};
const statusOf = async (as: TestUser, path: string): Promise<number> => (await api.ask(`/api/t/alpha${path}`, { as })).status;

describe('the audit over HTTP', () => {
  it('is read in pages, with acts in words', async () => {
    const first = await get(head, '/audit?limit=1&total=true');
    expect(first).toMatchObject({ total: 2, items: [{ act: 'person.changed', title: { vi: 'Sửa hồ sơ', en: 'Person’s record changed' }, subject: { label: 'Person E', person: binh }, why: 'a slip' }] });
    const second = await get(head, `/audit?limit=1&after=${first.next}`);
    expect(second).toMatchObject({ next: null, items: [{ subject: { person: an } }] });
    expect(second).not.toHaveProperty('total');
  });

  it('shows one act field by field', async () => {
    const { items } = await get(head, `/audit?subject=${an}`);
    const entry = await get(head, `/audit/${String(items[0]?.['id'])}`);
    expect(entry).toMatchObject({ erased: false, details: { items: [], next: null } });
    expect(entry['changes']).toEqual(expect.arrayContaining([{ kind: 'value', path: ['sex'], before: 'male', after: 'female' }]));
  });

  it('is looked through by what occurs in it, of what the reader may see', async () => {
    await api.ask(`/api/t/alpha/users/${officer.id}/grants`, { as: head, method: 'POST', body: { role: 'auditor', unit: 'E', why: 'to look' } });
    const choices = await get(head, '/audit-choices');
    expect(choices).toMatchObject({
      acts: [{ act: 'grant.given', title: { vi: 'Giao vai trò' } }, { act: 'person.changed' }],
      subjectKinds: [{ kind: 'grant', title: { en: 'Role given' } }, { kind: 'person' }],
      actors: [{ id: head.id }],
    });
    expect(await get(auditor, '/audit-choices')).toMatchObject({ acts: [{ act: 'person.changed' }], actors: [] });
    expect(await statusOf(officer, '/audit-choices')).toBe(200);
    const [given] = (await get(head, '/audit?act=grant.given')).items;
    expect(given).toMatchObject({ subject: { label: 'User 3', title: { vi: 'Vai trò được giao' } } });
    const entry = await get(head, `/audit/${String(given?.['id'])}`);
    expect(Object.values(entry['names'] as object)).toEqual(expect.arrayContaining(['User 3', 'E']));
    await api.ask(`/api/t/alpha/users/${officer.id}/grants/${String((given?.['subject'] as { id: string } | undefined)?.id)}`, { as: head, method: 'DELETE' });
    expect(await statusOf(officer, '/audit-choices')).toBe(403);
  });

  it('is checked as a whole, by whoever may read all of it, and the last check is told', async () => {
    expect(await get(head, '/audit-checks/last')).toEqual({ check: null });
    const checked = await api.ask('/api/t/alpha/audit-checks', { as: head, method: 'POST' });
    expect(await checked.json()).toMatchObject({ entries: 4, faults: [] });
    expect(await get(head, '/audit-checks/last')).toMatchObject({ check: { entries: 4, faults: [] } });
    expect(await statusOf(auditor, '/audit-checks/last')).toBe(403);
    expect((await api.ask('/api/t/alpha/audit-checks', { as: auditor, method: 'POST' })).status).toBe(403);
    expect((await api.ask('/api/t/alpha/audit-checks', { as: stranger, method: 'POST' })).status).toBe(404);
  });

  it('is cut to the units of the reader, and masks the identification number from him', async () => {
    const { items } = await get(auditor, '/audit');
    expect(items.map((it) => it['subject'])).toMatchObject([{ person: an }]);
    const mine = await api.ask(`/api/t/alpha/audit/${String(items[0]?.['id'])}`, { as: auditor });
    expect(await mine.text()).not.toContain('001199000123');
    const [other] = (await get(head, `/audit?subject=${binh}`)).items;
    expect(await statusOf(auditor, `/audit/${String(other?.['id'])}`)).toBe(404);
    expect(await statusOf(officer, '/audit')).toBe(403);
    expect(await statusOf(stranger, '/audit')).toBe(404);
  });

  it('does not take a cursor that somebody made up', async () => {
    for (const made of ['x', Buffer.from('{"position":1}').toString('base64url'), Buffer.from('{"at":1e20,"position":1}').toString('base64url'), Buffer.from('null').toString('base64url')])
      expect(await statusOf(head, `/audit?after=${made}`)).toBe(400);
  });
});

describe('the history of a person over HTTP', () => {
  it('is for who may read him, and is itself noted', async () => {
    expect(await get(officer, `/people/${an}/history`)).toMatchObject({ items: [{ act: 'person.changed', actor: { label: 'test' } }], next: null });
    expect(await statusOf(officer, `/people/${binh}/history`)).toBe(404);
    expect(await statusOf(herself, `/people/${an}/history`)).toBe(403);
    await api.installation.reads.flush();
    expect(await get(head, `/people/${an}/readers`)).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ reader: { id: officer.id, name: 'User 3' }, what: 'history', title: { vi: 'Lịch sử thay đổi', en: 'History of changes' } })]) });
  });
});

describe('"who saw my data"', () => {
  it('is answered to the person with names, in pages, and never with his own looks', async () => {
    const at = new Date('2026-03-01T08:10:00Z');
    await insertPersonReads(db, [{ person: an, reader: null, what: 'file', at }, { person: an, reader: head.id, what: 'certificates', at }, { person: an, reader: herself.id, what: 'file', at }]);
    const seen: unknown[] = [];
    for (let after = ''; ; ) {
      const page = await get(herself, `/me/readers?limit=1${after}`);
      seen.push(...page.items.map((it) => it['reader']));
      if (!page.next) break;
      after = `&after=${page.next}`;
    }
    expect(seen).toContainEqual({ id: null, name: null });
    expect(seen).toContainEqual({ id: head.id, name: 'User 1' });
    expect(seen).not.toContainEqual(expect.objectContaining({ id: herself.id }));
    expect(await statusOf(herself, `/people/${an}/readers`)).toBe(200);
  });

  it('is answered to nobody else without the right to the audit', async () => {
    expect(await statusOf(head, '/me/readers')).toBe(404);
    expect(await statusOf(herself, `/people/${binh}/readers`)).toBe(403);
    expect(await statusOf(auditor, `/people/${binh}/readers`)).toBe(404);
    expect(await statusOf(officer, `/people/${an}/readers`)).toBe(403);
  });
});
