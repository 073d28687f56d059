import { fail, ok } from '@saubac/domain/values';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { defineManifest, type PluginCtx, type PluginEnv, pluginRoutes } from './index.ts';

const manifest = defineManifest({
  id: 'border-trade',
  version: '1.0.0',
  apiVersion: 1,
  title: 'title',
  about: 'title',
  permissions: { 'visit.read': { label: 'title', grantTo: ['auditor'] }, 'visit.manage': { label: 'title', grantTo: [] } },
  words: { vi: { title: 'Đoàn ra', 'refusal.full': 'Đã đủ' }, en: { title: 'Visits', 'refusal.full': 'Full' } },
});

const routes = pluginRoutes<{ most: number }>()(manifest, (app, { needs, refuse, body }) => {
  app.get('/visits', needs('visit.read'), (c) => c.json({ most: c.var.plugin.config.most }));
  app.post('/visits', needs('visit.read'), async (c) => {
    const input = await body(c, z.object({ heads: z.int().min(1) }));
    if (!input.ok) return refuse(c, input.failure);
    return input.value.heads > c.var.plugin.config.most ? refuse(c, { status: 409, word: 'refusal.full' }) : c.json(input.value, 201);
  });
  app.delete('/visits', needs('visit.manage'), (c) => c.json({}));
  app.get('/visits/:id', needs('visit.read'), (c) => c.json({ id: c.req.param('id') }));
  app.get('/unguarded', (c) => c.json({ plugin: (c.var.plugin as unknown) === undefined ? 'nothing' : 'something' }));
});

const mounted = (): Hono<PluginEnv> => {
  const app = new Hono<PluginEnv>();
  app.use(async (c, next) => {
    c.set('open', (permission) => (permission === 'border-trade:visit.read' ? ok({ config: { most: 3 } } as PluginCtx) : fail({ kind: 'forbidden', permission: permission as 'border-trade:visit.manage' })));
    c.set('refuse', (failure) => new Response(JSON.stringify(failure), { status: 'status' in failure ? failure.status : 400 }));
    await next();
  });
  routes.mount(app);
  return app;
};
const asked = async (path: string, method = 'GET', body?: string): Promise<[number, unknown]> => {
  const answer = await mounted().request(path, { method, ...(body === undefined ? {} : { body }) });
  return [answer.status, await answer.json()];
};

describe('routes of a plugin', () => {
  it('have a context for who holds the permission that they ask for', async () => {
    expect(await asked('/visits')).toEqual([200, { most: 3 }]);
    expect(await asked('/visits', 'DELETE')).toEqual([400, { kind: 'forbidden', permission: 'border-trade:visit.manage' }]);
  });

  it('have none where they ask for no permission', async () => {
    expect(await asked('/unguarded')).toEqual([200, { plugin: 'nothing' }]);
  });

  it('refuse a body that is not as it should be, with the place of each fault, and one that is no JSON', async () => {
    expect(await asked('/visits', 'POST', '{"heads":0}')).toMatchObject([400, { kind: 'invalid-input', problems: [{ path: 'heads' }] }]);
    expect(await asked('/visits', 'POST', 'heads')).toMatchObject([400, { kind: 'invalid-input' }]);
  });

  it('find nothing under an id that is none', async () => {
    const id = '00000000-0000-7000-8000-00000000000f';
    expect([await asked(`/visits/${id}`), await asked('/visits/x')]).toEqual([[200, { id }], [400, { kind: 'not-found' }]]);
  });

  it('refuse in words of their own', async () => {
    expect(await asked('/visits', 'POST', '{"heads":4}')).toEqual([409, { status: 409, word: 'refusal.full' }]);
    expect(await asked('/visits', 'POST', '{"heads":3}')).toEqual([201, { heads: 3 }]);
  });

  it('do not compile with a permission or a word that nobody declared', () => {
    const wrong = pluginRoutes()(manifest, (app, { needs, refuse }) => {
      // @ts-expect-error: no such permission
      app.get('/a', needs('visit.delete'), (c) => c.json({}));
      // @ts-expect-error: no such word
      app.get('/b', needs('visit.read'), (c) => refuse(c, { status: 409, word: 'refusal.empty' }));
    });
    expect(wrong.mount).toBeTypeOf('function');
  });
});
