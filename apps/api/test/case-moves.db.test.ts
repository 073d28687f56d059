import { uuidV7 } from '@saubac/db/audit';
import { examplePlan } from '@saubac/domain/plan';
import { isoDate } from '@saubac/domain/values';
import { createPluginHost, enablePlugin, tenantRegistry } from '@saubac/plugin-host';
import { workBulk } from '@saubac/services/inbox';
import { visitsPlugin } from '@saubac/testing/visits-plugin';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

type Words = { vi: string; en: string };
type Item = { case: string; title: Words | null; to: { state: string } | null; refused: { code: string; text: Words; reasons: Words[] } | null };
type Bulk = { id: string; state: string; moveLabel: Words; cases: number; moved: number; refused: number; items: Item[] };
type Seen = { id: string; version: number; title: Words; state: string };
type Problem = { code: string; text: Words; errors?: { text: Words }[] };

const { loaded: plugin, remove } = visitsPlugin();
let api: TestApi;
let officer: TestUser;
let head: TestUser;

beforeAll(async () => {
  api = await openApi({}, {}, createPluginHost([plugin]));
  expect(await enablePlugin(api.cluster, [plugin], { slug: 'alpha', plugin: 'visits' }, { write: { actor: { id: null, label: 'test' }, now: new Date() }, today: isoDate('2026-01-01') })).toMatchObject({ ok: true });
  officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
});
afterAll(async () => {
  await api.close();
  remove();
});

const send = (as: TestUser, path: string, body?: unknown, headers: Record<string, string> = {}) => api.ask(`/api/t/alpha/${path}`, { as, headers, ...(body === undefined ? {} : { method: 'POST', body }) });
const read = async <T>(as: TestUser, path: string): Promise<T> => (await (await send(as, path)).json()) as T;
const waiting = async (as: TestUser): Promise<Seen[]> => (await read<{ items: Seen[] }>(as, 'inbox')).items;

const handedIn = async (title: string): Promise<void> => {
  const { id } = (await (await send(officer, 'plan-drafts', { from: 'file', document: { ...examplePlan, id: `plan-${uuidV7()}`, title: { vi: title } } })).json()) as { id: string };
  expect((await send(officer, `plan-drafts/${id}/submission`, { from: '2021-01-15' }, { 'if-match': '"1"' })).status).toBe(200);
};

/** As the worker takes it. */
const worked = async (id: string): Promise<void> => {
  const { db, tenant } = await api.cluster.openTenant('alpha');
  await workBulk({ tenant: { id: tenant.id, slug: 'alpha' }, db, now: () => new Date(), registryOn: (today) => tenantRegistry(db, [plugin], today), mayEnter: () => Promise.resolve(true), signal: new AbortController().signal, complete: () => Promise.resolve() }, id);
};

const begun = async (as: TestUser, move: string, cases: readonly { id: string; version: number }[], headers: Record<string, string> = {}): Promise<string> => {
  const response = await send(as, 'case-moves', { move, cases: cases.map(({ id, version }) => ({ case: id, version })) }, headers);
  expect(response.status).toBe(202);
  return ((await response.json()) as { id: string }).id;
};

/** What the same move of each case alone is answered with, and what it is as one of many. */
const bothWays = async (as: TestUser, move: string, cases: readonly { id: string; version: number }[]) => {
  const alone: Problem[] = [];
  for (const { id, version } of cases) alone.push((await (await send(as, `cases/${id}/moves`, { move }, { 'if-match': `"${version}"` })).json()) as Problem);
  const id = await begun(as, move, cases);
  await worked(id);
  const many = (await read<Bulk>(as, `case-moves/${id}`)).items.map((it) => it.refused);
  return { alone: alone.map(({ code, text, errors = [] }) => ({ code, text, reasons: errors.map((it) => it.text) })), many };
};

describe('a bulk move', () => {
  it('tells of each case how it is called and what became of it, and is found again by whoever asked for it alone', async () => {
    for (const title of ['Kế hoạch A', 'Kế hoạch B']) await handedIn(title);
    const cases = await waiting(head);
    const id = await begun(head, 'check', cases.map((it, at) => (at === 0 ? it : { ...it, version: 7 })));
    expect(await read(head, 'case-moves')).toMatchObject({ items: [{ id, state: 'queued', cases: 2, moved: 0, refused: 0, moveLabel: { vi: expect.any(String) as string } }] });
    await worked(id);
    const done = await read<Bulk>(head, `case-moves/${id}`);
    expect(done).toMatchObject({ id, state: 'done', cases: 2, moved: 1, refused: 1, items: [{ title: cases[0]?.title, to: { state: 'checked' }, refused: null }, { title: cases[1]?.title, to: null, refused: { code: 'changed-meanwhile' } }] });
    expect(await read(officer, 'case-moves')).toEqual({ items: [] });
    expect((await send(officer, `case-moves/${id}`)).status).toBe(404);
  });

  it('refuses a case in the words in which the same move of it alone is refused, whoever’s conditions they are', async () => {
    const plan = (await waiting(head)).find((it) => it.state === 'waiting-check');
    if (!plan) throw new Error('Nothing waits');
    const noted = async (place: string): Promise<Seen> => {
      const { case: id } = (await (await send(officer, 'x/visits/visits', { place, check: true })).json()) as { case: string };
      return { id, version: 1, title: { vi: '', en: '' }, state: 'open' };
    };
    const visit = await noted('?');
    const core = await bothWays(head, 'check', [{ ...plan, version: 9 }, { id: uuidV7(), version: 1 }]);
    const missing = await bothWays(head, 'sendBack', [plan]);
    const without = await bothWays(officer, 'check', [plan, visit]);
    for (const { alone, many } of [core, missing, without]) expect(many).toEqual(alone);
    expect([...core.many, ...missing.many, ...without.many].map((it) => it?.code)).toEqual(['changed-meanwhile', 'unknown-case', 'reason-needed', 'forbidden', 'guard-refused']);
    expect(without.many[1]?.reasons).toEqual([{ vi: 'Chưa ghi rõ nơi tiếp.', en: 'The place is not clear.' }]);
  });

  it('does not say what a case is to whom may not see it', async () => {
    const [plan] = await waiting(head);
    const finance = await api.user('alpha', [{ role: 'finance' }]);
    const id = await begun(finance, 'check', plan ? [plan] : []);
    await worked(id);
    expect((await read<Bulk>(finance, `case-moves/${id}`)).items).toMatchObject([{ title: null, to: null, refused: { code: 'unknown-case' } }]);
  });

  it('that is stopped, by whoever asked for it alone, moves nothing more', async () => {
    const cases = await waiting(head);
    const id = await begun(head, 'check', cases);
    const stop = async (as: TestUser) => {
      const response = await api.ask(`/api/t/alpha/case-moves/${id}`, { as, method: 'DELETE' });
      return [response.status, ((await response.json()) as { code?: string; state?: string }).code ?? 'stopped'];
    };
    expect([await stop(officer), await stop(head), await stop(head)]).toEqual([[404, 'unknown-case-bulk'], [200, 'stopped'], [409, 'case-bulk-ended']]);
    await worked(id);
    expect(await read(head, `case-moves/${id}`)).toMatchObject({ state: 'cancelled', moved: 0, refused: 0, items: cases.map(() => ({ to: null, refused: null })) });
  });

  it('asked for again under its key is one bulk', async () => {
    const cases = await waiting(head);
    const key = { 'idempotency-key': uuidV7() };
    const ids = [await begun(head, 'check', cases, key), await begun(head, 'check', cases, key)];
    expect(ids[0]).toBe(ids[1]);
    expect([...(await (await api.db('alpha')).execute(sql`select count(*)::int as count from outbox where kind = 'case.bulk' and payload ->> 'bulk' = ${ids[0] ?? ''}`))]).toEqual([{ count: 1 }]);
  });
});
