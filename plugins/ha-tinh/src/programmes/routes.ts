import type { PluginEnv } from '@saubac/plugin-api';
import type { Hono } from 'hono';

import type { Config } from '../config.ts';
import type { Tools } from '../tools.ts';
import { insertProgramme, listProgrammes, updateProgramme } from './programmes.ts';
import { changedProgramme, programmeInput } from './wire.ts';

const daysReversed = { status: 422, word: 'refusal.daysReversed', fields: [{ path: 'inForceTo', word: 'refusal.daysReversed' }] } as const;
const reversed = (it: { inForceFrom: string; inForceTo: string | null }): boolean => it.inForceTo !== null && it.inForceTo < it.inForceFrom;

export const programmeRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.get('/programmes', needs('class.read'), async (c) => c.json({ items: await listProgrammes(c.var.plugin.db) }));

  app.post('/programmes', needs('class.manage'), async (c) => {
    const input = await body(c, programmeInput);
    if (!input.ok) return refuse(c, input.failure);
    if (reversed(input.value)) return refuse(c, daysReversed);
    const id = await c.var.plugin.write(async (tx, record) => {
      const added = await insertProgramme(tx, input.value);
      await record({ act: 'lao-programme.added', subject: { kind: 'lao-programme', id: added }, after: input.value });
      return added;
    });
    return c.json({ id }, 201);
  });

  app.put('/programmes/:id', needs('class.manage'), async (c) => {
    const input = await body(c, changedProgramme);
    if (!input.ok) return refuse(c, input.failure);
    if (reversed(input.value)) return refuse(c, daysReversed);
    const { version, ...programme } = input.value;
    const id = c.req.param('id');
    const before = (await listProgrammes(c.var.plugin.db)).find((it) => it.id === id);
    if (!before) return refuse(c, { status: 404, word: 'refusal.notFound' });
    const changed = await c.var.plugin.write(async (tx, record) => {
      const done = await updateProgramme(tx, id, version, programme);
      if (done) await record({ act: 'lao-programme.changed', subject: { kind: 'lao-programme', id }, before, after: programme });
      return done;
    });
    return changed ? c.json({ id }) : refuse(c, { status: 409, word: 'refusal.changed', current: before });
  });
};
