import { isoDate } from '@saubac/domain/values';
import { createPluginHost, enablePlugin } from '@saubac/plugin-host';
import { visitsPlugin } from '@saubac/testing/visits-plugin';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

const { loaded: plugin, remove } = visitsPlugin();
const loaded = [plugin];
const rules = { faults: 3, restMs: 60_000, rests: 1 };

let api: TestApi;
let officer: TestUser;
let auditor: TestUser;
const at = (path: string, tenant = 'alpha'): string => `/api/t/${tenant}/x/visits${path}`;
const problem = async (response: Response): Promise<{ status: number; code: string; text: { vi: string; en: string } }> => {
  const { code, text: said } = (await response.json()) as { code: string; text: { vi: string; en: string } };
  return { status: response.status, code, text: said };
};

beforeAll(async () => {
  api = await openApi({}, {}, createPluginHost(loaded, { times: { routeMs: 900, statementMs: 450 }, rules }));
  const by = { write: { actor: { id: null, label: 'test' }, now: new Date() }, today: isoDate('2026-01-01') };
  expect(await enablePlugin(api.cluster, loaded, { slug: 'alpha', plugin: 'visits' }, by)).toMatchObject({ ok: true });
  officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  auditor = await api.user('alpha', [{ role: 'auditor' }]);
});
afterAll(async () => {
  await api.close();
  remove();
});

const note = (place: string, more: object = {}, headers: Record<string, string> = {}): Promise<Response> => api.ask(at('/visits'), { as: officer, method: 'POST', body: { place, ...more }, headers });
const places = async (): Promise<string[]> => ((await (await api.ask(at('/visits'), { as: auditor })).json()) as { items: { place: string }[] }).items.map((it) => it.place);
const healthy = (): Promise<Response> => api.ask(at('/visits'), { as: auditor });

describe('the routes of a plugin', () => {
  it('answer who holds the permission, and tell others which one is missing in the words of the plugin', async () => {
    expect((await note('A')).status).toBe(201);
    expect(await places()).toEqual(['A']);
    const refused = await problem(await api.ask(at('/visits'), { as: auditor, method: 'POST', body: { place: 'B' } }));
    expect(refused).toMatchObject({ status: 403, code: 'forbidden' });
    expect(refused.text.vi).toContain('xem lượt tiếp');
    expect(refused.text.en).toContain('see visits');
  });

  it('are closed to who is not signed in, and to somebody of another tenant, whatever he holds there', async () => {
    const foreigner = await api.user('beta', [{ role: 'home-affairs-officer' }, { role: 'auditor' }]);
    expect((await api.ask(at('/visits'))).status).toBe(401);
    expect(await problem(await api.ask(at('/visits'), { as: foreigner }))).toMatchObject({ status: 404, code: 'unknown-tenant' });
    // In his own tenant there is no trace of it.
    const here = await api.ask(at('/visits', 'beta'), { as: foreigner });
    const nowhere = await api.ask('/api/t/beta/x/nothing/visits', { as: foreigner });
    const withoutId = async (it: Response) => ({ ...((await it.json()) as object), requestId: '' });
    expect([here.status, await withoutId(here)]).toEqual([404, await withoutId(nowhere)]);
    expect(((await (await api.ask('/api/t/beta/me', { as: foreigner })).json()) as { plugins: unknown[] }).plugins).toEqual([]);
  });

  it('tell the caller what is wrong with what he sent, and where', async () => {
    const response = await note('');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid-request', errors: [{ field: 'body.place' }] });
  });

  it('refuse in the words of the plugin, and then keep nothing', async () => {
    const refused = await problem(await note('C', { thenRefuse: true }));
    expect(refused).toEqual({ status: 409, code: 'visits.full', text: { vi: 'Đã có 7 lượt.', en: 'There are 7 visits.' } });
    expect(await places()).toEqual(['A']);
  });

  it('are recorded under the plugin’s name', async () => {
    const db = await api.db('alpha');
    const [entry] = await db.execute<{ act: string; subject: string }>(sql`select act, subject_kind as subject from audit_entries where act like 'visits:%'`);
    expect(entry).toEqual({ act: 'visits:visit.noted', subject: 'visits:visit' });
  });

  it('create once under one key however often they are asked, and answer the same', async () => {
    const key = { 'idempotency-key': 'visit-once-1' };
    const [first, second] = [await note('D', {}, key), await note('D', {}, key)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.json()).toEqual(await first.json());
    expect(await problem(await note('E', {}, key))).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await places()).toEqual(['A', 'D']);
  });

  it('open to the caller what me tells of them', async () => {
    const mine = async (as: TestUser) => ((await (await api.ask('/api/t/alpha/me', { as })).json()) as { plugins: unknown[] }).plugins;
    expect(await mine(auditor)).toMatchObject([{ id: 'visits', title: { vi: 'Lượt tiếp' }, pages: [], permissions: ['visit.read'] }]);
    expect(await mine(officer)).toMatchObject([{ id: 'visits', pages: [{ name: 'visits', hidden: false, group: null }], permissions: ['visit.read', 'visit.write'] }]);
  });
});

describe('a file sent to a plugin', () => {
  const pdf = Buffer.from('%PDF-1.7\n%nothing\n');
  const send = (body: unknown, headers: Record<string, string> = {}, as = officer) =>
    api.ask(at('/papers'), { as, method: 'POST', body, headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('Phụ lục 1.pdf'), ...headers } });
  const slowly = () => new ReadableStream<Uint8Array>({
    start: async (sent) => {
      sent.enqueue(pdf.subarray(0, 5));
      await new Promise((done) => setTimeout(done, 1_100));
      sent.enqueue(pdf.subarray(5));
      sent.close();
    },
  });

  it('is given back as it was, to be saved under its name, to who may see it and to nobody else', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(2_000_000, 'x')]);
    const { id } = (await (await send(large)).json()) as { id: string };
    const opened = await api.ask(at(`/papers/${id}`), { as: auditor });
    expect(Object.fromEntries(opened.headers)).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': expect.stringContaining('Ph%E1%BB%A5%20l%E1%BB%A5c%201.pdf') as string, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
    expect(Buffer.from(await opened.arrayBuffer()).equals(large)).toBe(true);
    const foreigner = await api.user('beta', [{ role: 'home-affairs-officer' }]);
    expect((await api.ask(at(`/papers/${id}`), { as: foreigner })).status).toBe(404);
    expect((await api.ask(at(`/papers/${id}`, 'beta'), { as: foreigner })).status).toBe(404);
    expect((await send(pdf, {}, auditor)).status).toBe(403);
    // No way of the core leads to it either.
    expect((await api.ask(`/api/t/alpha/files/${id}`, { as: officer })).status).toBe(404);
  });

  it('is refused in words of both languages when it is too large, empty, of another type or without a name', async () => {
    const refused = [await send(Buffer.alloc(10_000_001)), await send(Buffer.alloc(0)), await send(Buffer.from('<html>'))];
    expect(await Promise.all(refused.map(problem))).toMatchObject([
      { status: 413, code: 'upload-too-large', text: { vi: expect.stringContaining('10.000.000') as string, en: expect.stringContaining('larger') as string } },
      { status: 422, code: 'upload-empty' },
      { status: 415, code: 'file-type-not-taken' },
    ]);
    expect(await problem(await send(pdf, { 'x-file-name': '' }))).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(await problem(await send('{}', { 'content-type': 'application/json' }))).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  it('is kept once under one key, and may be on its way for longer than the plugin may take', async () => {
    const key = { 'idempotency-key': 'paper-once-1' };
    const [first, second] = [await send(pdf, key), await send(pdf, key)];
    expect([first.status, await second.json()]).toEqual([201, await first.json()]);
    expect((await send(slowly())).status).toBe(201);
    expect((await healthy()).status).toBe(200);
  });
});

describe('a workflow of a plugin', () => {
  it('moves by the plugin’s permission, and its effect waits for the handler of its name', async () => {
    const made = (await (await note('H', { check: true })).json()) as { case: string };
    expect(await problem(await api.ask(at('/checks'), { as: officer, method: 'POST', body: { case: made.case, move: 'nothing' } }))).toMatchObject({ status: 404, code: 'no-such-move' });
    expect(await (await api.ask(at('/checks'), { as: officer, method: 'POST', body: { case: made.case, move: 'check' } })).json()).toEqual({ to: 'checked' });
    const [row] = await (await api.db('alpha')).execute<{ payload: object }>(sql`select payload from outbox where kind = 'plugin.handle'`);
    expect(row?.payload).toMatchObject({ plugin: 'visits', handler: 'noteChecked', case: made.case });
  });
});

describe('what a plugin asks the core', () => {
  it('is answered within the rights of its caller: who may read neither people nor units finds none', async () => {
    const db = await api.db('alpha');
    await db.execute(sql`insert into units (code) values ('U')`);
    await db.execute(sql`insert into unit_versions (unit_id, valid, name, path, tier, body_kind) select id, daterange('2020-01-01', null), 'Unit', 'U/', 'province', 'state' from units`);
    await db.execute(sql`insert into people (full_name, name_sort, name_search) values ('An', 'an', 'an')`);
    await db.execute(sql`insert into assignments (person_id, unit_id, kind, main, valid_from) select p.id, u.id, 'civil-servant', true, '2020-01-01' from people p, units u`);
    const asked = async (as: TestUser) => (await (await api.ask(at('/people'), { as })).json()) as { people: { name: string }[]; units: { code: string }[] };
    expect(await asked(officer)).toMatchObject({ people: [{ name: 'An', unit: { code: 'U' } }], units: [{ code: 'U' }] });
    const stranger = await api.user('alpha', [{ role: 'auditor', unit: 'U' }]);
    await db.execute(sql`delete from grants where user_id = ${stranger.id}::uuid`);
    expect((await api.ask(at('/people'), { as: stranger })).status).toBe(403);
  });
});

describe('a report of a plugin', () => {
  const rows = (report: string, as: TestUser, query = 'from=2026-01-01&to=2026-12-31', tenant = 'alpha') => api.ask(`/api/t/${tenant}/plugin-reports/visits/${report}?${query}`, { as });

  it('is listed for who may read it, and gives the columns it promises and no others', async () => {
    const listed = (await (await api.ask('/api/t/alpha/plugin-reports', { as: auditor })).json()) as { items: { report: string }[] };
    expect(listed.items.map((it) => it.report)).toEqual(['places']);
    expect(await (await rows('places', auditor)).json()).toMatchObject({ title: { vi: 'Lượt tiếp' }, rows: [{ place: 'A', from: '2026-01-01' }, { place: 'D' }, { place: 'H' }] });
    expect(JSON.stringify(await (await rows('places', auditor)).json())).not.toContain('unasked');
  });

  it('is unknown to who may not read it, and where the plugin is not enabled', async () => {
    expect(await problem(await rows('broken', auditor))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problem(await rows('nothing', officer))).toMatchObject({ status: 404, code: 'not-found' });
    const elsewhere = await api.user('beta', [{ role: 'auditor' }]);
    expect(await problem(await rows('places', elsewhere, undefined, 'beta'))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problem(await rows('places', auditor, 'from=2026-02-01&to=2026-01-01'))).toMatchObject({ status: 422, code: 'period-ends-before-it-begins' });
  });

  it('that throws is told by the name of its plugin', async () => {
    const response = await rows('broken', officer);
    const said = await response.text();
    expect(response.status).toBe(500);
    expect(said).toContain('Lượt tiếp');
    expect(said).not.toContain('secrets');
  });

  it('is ordered as a sheet by who may read it', async () => {
    const order = (report: string, as: TestUser) => api.ask('/api/t/alpha/exports', { as, method: 'POST', body: { kind: 'plugin-report', plugin: 'visits', report, from: '2026-01-01', to: '2026-12-31', format: 'xlsx' } });
    expect((await order('places', auditor)).status).toBe(201);
    expect((await order('broken', auditor)).status).toBe(403);
    expect((await order('nothing', officer)).status).toBe(403);
  });
});

describe('a plugin that fails', () => {
  it('is told by its name, and nothing of what it threw; nothing of its write is kept', async () => {
    const response = await note('F', { thenThrow: true });
    const said = await response.text();
    expect(response.status).toBe(500);
    expect(said).toContain('Lượt tiếp');
    expect(said).not.toContain('no room');
    expect(await places()).toEqual(['A', 'D', 'H']);
  });

  it('is stopped when it hangs, in a statement and in a write too, and nothing is kept', async () => {
    for (const path of ['/hang', '/sleep']) {
      expect(await problem(await api.ask(at(path), { as: auditor }))).toMatchObject({ status: 503, code: 'plugin-too-slow' });
      expect((await healthy()).status).toBe(200);
    }
    expect(await problem(await api.ask(at('/hang-in-write'), { as: officer, method: 'POST', body: {} }))).toMatchObject({ status: 503, code: 'plugin-too-slow' });
    expect(await places()).toEqual(['A', 'D', 'H']);
  });

  it('can’t write where it reads', async () => {
    expect((await api.ask(at('/write-by-reading'), { as: auditor })).status).toBe(500);
    expect(await places()).toEqual(['A', 'D', 'H']);
  });

  it('is marked as failed in its tenant after so many faults in a row, with the reason, and is then as good as not there', async () => {
    for (let i = 0; i < rules.faults; i += 1) await note('G', { thenThrow: true });
    const db = await api.db('alpha');
    const [row] = await db.execute<{ state: string; failure: string }>(sql`select state, failure from tenant_plugins where plugin_id = 'visits'`);
    expect(row?.state).toBe('failed');
    expect(JSON.parse(row?.failure ?? '[]')).toMatchObject([{ kind: 'broke-repeatedly', part: 'visits', message: 'Error: no room for G' }]);
    expect(await problem(await healthy())).toMatchObject({ status: 404, code: 'not-found' });
    const [act] = await db.execute<{ act: string }>(sql`select act from audit_entries order by position desc limit 1`);
    expect(act?.act).toBe('plugin.failed');
  });
});

describe('the list of plugins', () => {
  const manager = () => api.user('alpha', [{ role: 'operator' }]);

  it('tells how one stands and why, and what it brings, and one that failed is disabled and asked for again', async () => {
    const as = await manager();
    const listed = (await (await api.ask('/api/t/alpha/plugins', { as })).json()) as { items: unknown[] };
    expect(listed.items).toMatchObject([{ id: 'visits', state: 'failed', failures: [{ code: 'broke-repeatedly' }], brings: { pages: [{ name: 'visits' }], tables: ['p_visits_visits'], workflows: [{ name: 'visit-check' }], jobs: [{ name: 'count', title: { vi: 'Đếm lượt tiếp' } }] } }]);
    const asked = await api.ask('/api/t/alpha/plugins/visits/changes', { as, method: 'POST', body: { act: 'enable' } });
    expect([asked.status, await asked.json()]).toMatchObject([201, { state: 'queued', act: 'enable', steps: [{ name: 'check', state: 'waiting' }, {}, {}, {}, {}] }]);
    expect(await problem(await api.ask('/api/t/alpha/plugins/visits/changes', { as, method: 'POST', body: { act: 'enable' } }))).toMatchObject({ status: 409, code: 'plugin-change-under-way' });
    expect(await problem(await api.ask('/api/t/alpha/plugins/nothing/changes', { as, method: 'POST', body: { act: 'enable' } }))).toMatchObject({ status: 404, code: 'unknown-plugin' });
  });

  it('has the settings of each, changed under their version', async () => {
    const as = await manager();
    const shown = await api.ask('/api/t/alpha/plugins/visits/settings', { as });
    expect(await shown.json()).toMatchObject({ values: { most: 3 }, fields: [{ name: 'most' }], version: 1 });
    const put = (most: unknown, version: string) => api.ask('/api/t/alpha/plugins/visits/settings', { as, method: 'PUT', body: { values: { most } }, headers: { 'if-match': version } });
    const changed = await put(5, shown.headers.get('etag') ?? '');
    expect([changed.status, await changed.json()]).toMatchObject([200, { values: { most: 5 }, version: 2 }]);
    expect(await problem(await put(6, '"1"'))).toMatchObject({ status: 409, code: 'changed-meanwhile' });
    const wrong = await put('many', '"2"');
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { code: 'settings-invalid', errors: [{ field: 'body.values.most' }] }]);
  });

  it('disables at once, without a trace in what others are told', async () => {
    const as = await manager();
    await (await api.db('alpha')).execute(sql`update tenant_plugins set state = 'enabled', failure = null`);
    api.installation.auth.access.tell('everything');
    expect((await healthy()).status).toBe(200);
    const disabled = await api.ask('/api/t/alpha/plugins/visits/changes', { as, method: 'POST', body: { act: 'disable' } });
    expect([disabled.status, await disabled.json()]).toMatchObject([201, { state: 'done', act: 'disable' }]);
    expect((await healthy()).status).toBe(404);
    expect(((await (await api.ask('/api/t/alpha/me', { as: officer })).json()) as { plugins: unknown[] }).plugins).toEqual([]);
    expect(((await (await api.ask('/api/t/alpha/plugin-reports', { as: officer })).json()) as { items: unknown[] }).items).toEqual([]);
  });
});
