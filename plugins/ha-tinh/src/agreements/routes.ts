import type { Hono } from 'hono';
import type { PluginEnv } from '@saubac/plugin-api';

import type { Config } from '../config.ts';
import type { Tools } from '../tools.ts';
import { findAgreement, insertAgreement, listAgreements, saveFollowUp, updateAgreement } from './agreements.ts';
import { agreementInput, changedAgreement, followUpInput } from './wire.ts';

const reversed = ({ signedOn, endsOn }: { signedOn: string; endsOn: string | null }): boolean => endsOn !== null && endsOn < signedOn;
const daysReversed = { status: 422, word: 'refusal.daysReversed', fields: [{ path: 'endsOn', word: 'refusal.daysReversed' }] } as const;

export const agreementRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.get('/agreements', needs('agreement.read'), async (c) => c.json({ items: await listAgreements(c.var.plugin) }));

  app.get('/agreements/:id', needs('agreement.read'), async (c) => {
    const found = await findAgreement(c.var.plugin, c.req.param('id'));
    return found ? c.json(found) : refuse(c, { status: 404, word: 'refusal.notFound' });
  });

  app.post('/agreements', needs('agreement.manage'), async (c) => {
    const input = await body(c, agreementInput);
    if (!input.ok) return refuse(c, input.failure);
    if (reversed(input.value)) return refuse(c, daysReversed);
    const id = await c.var.plugin.write(async (tx, record) => {
      const added = await insertAgreement(tx, input.value);
      await record({ act: 'lao-agreement.added', subject: { kind: 'lao-agreement', id: added }, after: input.value });
      return added;
    });
    return c.json({ id }, 201);
  });

  app.put('/agreements/:id', needs('agreement.manage'), async (c) => {
    const input = await body(c, changedAgreement);
    if (!input.ok) return refuse(c, input.failure);
    if (reversed(input.value)) return refuse(c, daysReversed);
    const id = c.req.param('id');
    const { version, ...agreement } = input.value;
    const before = await c.var.plugin.write(async (tx, record) => {
      const changed = await updateAgreement(tx, id, version, agreement);
      if (changed) await record({ act: 'lao-agreement.changed', subject: { kind: 'lao-agreement', id }, before: changed, after: agreement });
      return changed;
    });
    if (before) return c.json({ id });
    const current = await findAgreement(c.var.plugin, id);
    return current ? refuse(c, { status: 409, word: 'refusal.changed', current }) : refuse(c, { status: 404, word: 'refusal.notFound' });
  });

  app.post('/agreements/:id/follow-ups', needs('agreement.manage'), async (c) => {
    const input = await body(c, followUpInput);
    if (!input.ok) return refuse(c, input.failure);
    const { today, write } = c.var.plugin;
    const found = await findAgreement(c.var.plugin, c.req.param('id'));
    if (!found?.commitments.some((it) => it.id === input.value.commitment)) return refuse(c, { status: 404, word: 'refusal.notFound' });
    if (!found.years.includes(input.value.year)) return refuse(c, { status: 422, word: 'refusal.yearNotOver', fields: [{ path: 'year', word: 'refusal.yearNotOver' }] });
    await write(async (tx, record) => {
      await saveFollowUp(tx, { ...input.value, on: today });
      await record({ act: 'lao-agreement.followed-up', subject: { kind: 'lao-agreement', id: found.id }, after: input.value });
    });
    return c.json({ id: found.id }, 201);
  });
};
