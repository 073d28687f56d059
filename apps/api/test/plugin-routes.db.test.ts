import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { uuidV7 } from '@saubac/db/audit';
import { isoDate } from '@saubac/domain/values';
import { defineManifest, definePlugin, pluginRoutes, pluginTable } from '@saubac/plugin-api';
import { createPluginHost, enablePlugin, type LoadedPlugin } from '@saubac/plugin-host';
import { sql } from 'drizzle-orm';
import { text, uuid } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, type TestApi, type TestUser } from './api.ts';

const manifest = defineManifest({
  id: 'visits', version: '1.0.0', apiVersion: 1, title: 'title', about: 'title',
  permissions: { 'visit.read': { label: 'may', grantTo: ['auditor', 'home-affairs-officer'] }, 'visit.write': { label: 'may', grantTo: ['home-affairs-officer'] } },
  pages: { visits: { title: 'title', permission: 'visit.write' } },
  words: { vi: { title: 'Lượt tiếp', may: 'xem lượt tiếp', full: 'Đã có {{count}} lượt.', 'act.visit.noted': 'Ghi lượt tiếp' }, en: { title: 'Visits', may: 'see visits', full: 'There are {{count}} visits.', 'act.visit.noted': 'Visit noted' } },
});
const visits = pluginTable(manifest, 'visits', { id: uuid('id').primaryKey(), place: text('place').notNull() });

const routes = pluginRoutes<{ most: number }>()(manifest, (app, { needs, refuse, body }) => {
  app.get('/visits', needs('visit.read'), async (c) => c.json({ items: await c.var.plugin.db.select().from(visits).orderBy(visits.place), who: c.var.plugin.actor.label }));
  app.post('/visits', needs('visit.write'), async (c) => {
    const input = await body(c, z.object({ place: z.string().min(1), thenThrow: z.boolean().default(false), thenRefuse: z.boolean().default(false) }));
    if (!input.ok) return refuse(c, input.failure);
    const { place, thenThrow, thenRefuse } = input.value;
    const added = await c.var.plugin.write(async (tx, record) => {
      const id = uuidV7();
      await tx.insert(visits).values({ id, place });
      await record({ act: 'visit.noted', subject: { kind: 'visit', id }, after: { place } });
      if (thenThrow) throw new Error(`no room for ${place}`);
      return thenRefuse ? ({ ok: false } as const) : ({ ok: true, value: { id } } as const);
    });
    return added.ok ? c.json(added.value, 201) : refuse(c, { status: 409, word: 'full', values: { count: 7 } });
  });
  app.get('/hang', needs('visit.read'), () => new Promise<never>(() => {}));
  app.get('/sleep', needs('visit.read'), async (c) => c.json(await c.var.plugin.db.execute(sql`select pg_sleep(30)`)));
  app.post('/hang-in-write', needs('visit.write'), async (c) => {
    await c.var.plugin.write(async (tx) => {
      await tx.insert(visits).values({ id: uuidV7(), place: 'never kept' });
      await new Promise(() => {});
    });
    return c.json({});
  });
  app.get('/write-by-reading', needs('visit.read'), async (c) => c.json(await c.var.plugin.db.execute(sql`delete from p_visits_visits`)));
});

const folder = mkdtempSync(join(tmpdir(), 'saubac-plugin-'));
writeFileSync(join(folder, '0001_visits.sql'), 'create table p_visits_visits (id uuid not null primary key, place text not null)');
const loaded: LoadedPlugin[] = [{ id: 'visits', plugin: definePlugin(manifest, { config: z.object({ most: z.int().default(3) }), tables: { visits }, migrations: pathToFileURL(`${folder}/`), routes }), failures: [] }];
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
  api = await openApi({}, {}, createPluginHost(loaded, { times: { routeMs: 400, statementMs: 200 }, rules }));
  const by = { write: { actor: { id: null, label: 'test' }, now: new Date() }, today: isoDate('2026-01-01') };
  expect(await enablePlugin(api.cluster, loaded, { slug: 'alpha', plugin: 'visits' }, by)).toMatchObject({ ok: true });
  officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  auditor = await api.user('alpha', [{ role: 'auditor' }]);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
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

describe('a plugin that fails', () => {
  it('is told by its name, and nothing of what it threw; nothing of its write is kept', async () => {
    const response = await note('F', { thenThrow: true });
    const said = await response.text();
    expect(response.status).toBe(500);
    expect(said).toContain('Lượt tiếp');
    expect(said).not.toContain('no room');
    expect(await places()).toEqual(['A', 'D']);
  });

  it('is stopped when it hangs, in a statement and in a write too, and nothing is kept', async () => {
    for (const path of ['/hang', '/sleep']) {
      expect(await problem(await api.ask(at(path), { as: auditor }))).toMatchObject({ status: 503, code: 'plugin-too-slow' });
      expect((await healthy()).status).toBe(200);
    }
    expect(await problem(await api.ask(at('/hang-in-write'), { as: officer, method: 'POST', body: {} }))).toMatchObject({ status: 503, code: 'plugin-too-slow' });
    expect(await places()).toEqual(['A', 'D']);
  });

  it('can’t write where it reads', async () => {
    expect((await api.ask(at('/write-by-reading'), { as: auditor })).status).toBe(500);
    expect(await places()).toEqual(['A', 'D']);
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
