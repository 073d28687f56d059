import { addDays, type PersonId } from '@saubac/domain/values';
import type { PluginCtx, PluginEnv, PluginRefusal } from '@saubac/plugin-api';
import type { Hono } from 'hono';
import type { z } from 'zod';

import type { Config } from '../config.ts';
import { findDuty } from '../duties/duties.ts';
import type { Word } from '../manifest.ts';
import type { Tools } from '../routes.ts';
import { insertSwap, listSwaps, swapsByIds } from './swaps.ts';
import { newSwap, type SwapLine, swapMove } from './wire.ts';
import { refusalOf } from './workflow.ts';

type Asked = { ok: true; id: string } | { ok: false; refusal: PluginRefusal<Word> | { kind: string } };

const refused = (refusal: PluginRefusal<Word> | { kind: string }): Asked => ({ ok: false, refusal });

/** Writes a request and begins its case in one transaction; a refusal keeps neither. */
const askForSwap = async (ctx: PluginCtx<Config>, input: z.infer<typeof newSwap>): Promise<Asked> => {
  const { noticeDays } = ctx.config;
  if (input.from < addDays(ctx.today, noticeDays)) return refused({ status: 422, word: 'refusal.swapTooSoon', values: { days: noticeDays }, fields: [{ path: 'from', word: 'refusal.swapTooSoon' }] });
  const duty = await findDuty(ctx.db, input.duty);
  const people = await ctx.core.people([...(duty ? [duty.person as PersonId] : []), input.person as PersonId]);
  const replaced = duty && people.get(duty.person as PersonId);
  if (!replaced) return refused({ status: 404, word: 'refusal.notFound' });
  if (!people.has(input.person as PersonId)) return refused({ status: 422, word: 'refusal.unknownPerson', fields: [{ path: 'person', word: 'refusal.unknownPerson' }] });
  return ctx.write<Asked>(async (tx, record, tools) => {
    const id = await insertSwap(tx, { ...input, askedOn: ctx.today });
    // What could not be approved as things stand is not asked for.
    const swap = (await swapsByIds(tx, [id])).get(id);
    const refusal = swap && refusalOf(swap);
    if (refusal) return refused({ status: 409, word: refusal as Word });
    const opened = await tools.openCase('example-swap', { subject: id, unit: replaced.unit?.id ?? null });
    if (!opened.ok) return refused(opened.failure);
    await record({ act: 'swap.asked', subject: { kind: 'swap', id }, after: input });
    return { ok: true, id };
  });
};

export const swapRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.get('/swaps', needs('duty.read'), async (c) => {
    const { db, core, cases } = c.var.plugin;
    const swaps = await listSwaps(db);
    // The engine names the cases within the caller's units; what is not named is not shown.
    const standing = await cases.ofSubjects('example-swap', swaps.map((it) => it.id));
    const people = await core.people([...new Set(swaps.flatMap((it) => [it.person, it.duty.person] as PersonId[]))]);
    const items = swaps.flatMap((it): SwapLine[] => {
      const found = standing.get(it.id);
      if (!found) return [];
      const nameOf = (person: string): string | null => people.get(person as PersonId)?.name ?? null;
      return [{ id: it.id, place: it.duty.place, replaced: nameOf(it.duty.person), replacement: nameOf(it.person), from: it.from, why: it.why, state: found.state as SwapLine['state'], version: found.version }];
    });
    return c.json({ items });
  });

  app.post('/swaps', needs('swap.ask'), async (c) => {
    const input = await body(c, newSwap);
    if (!input.ok) return refuse(c, input.failure);
    const asked = await askForSwap(c.var.plugin, input.value);
    return asked.ok ? c.json({ id: asked.id }, 201) : refuse(c, asked.refusal);
  });

  // Which permission a move needs the workflow says; the engine asks for it.
  app.post('/swaps/:id/moves', needs('duty.read'), async (c) => {
    const input = await body(c, swapMove);
    if (!input.ok) return refuse(c, input.failure);
    const { cases } = c.var.plugin;
    const id = c.req.param('id');
    const found = (await cases.ofSubjects('example-swap', [id])).get(id);
    if (!found) return refuse(c, { status: 404, word: 'refusal.notFound' });
    const { move, version, reason } = input.value;
    const moved = await cases.move('example-swap', { case: found.id, move, ...(version === undefined ? {} : { version }), ...(reason === undefined ? {} : { reason }) });
    return moved.ok ? c.json({ state: moved.value.to }) : refuse(c, moved.failure);
  });
};
