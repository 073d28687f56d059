import { isoDate } from '@saubac/domain/values';
import type { PluginCtx, PluginEnv, PluginRefusal } from '@saubac/plugin-api';
import { and, asc, eq } from 'drizzle-orm';
import type { Hono } from 'hono';

import type { Config } from '../config.ts';
import { enrolments } from '../tables.ts';
import type { Tools, Word } from '../tools.ts';
import { type ClassRow, findClass, saveOutcomes, setClassState } from './classes.ts';
import { followList } from './follow-list.ts';
import { type Cut, decideList, type ListRefusal } from './official-list.ts';
import { officialListInput } from './wire.ts';

const refusalOf = (failure: ListRefusal): PluginRefusal<Word> => {
  switch (failure.kind) {
    case 'not-on-trial':
      return { status: 409, word: 'refusal.notFromHere' };
    case 'trial-not-over':
      return { status: 409, word: 'refusal.trialNotOver', values: { on: failure.on.split('-').toReversed().join('/') } };
    case 'not-in-class':
      return { status: 422, word: 'refusal.notInClass' };
    case 'reason-missing':
      return { status: 422, word: 'refusal.reasonMissing' };
    case 'over-seats':
      return { status: 422, word: 'refusal.overSeats', values: { kept: failure.kept, seats: failure.seats } };
  }
};

type Published = { ok: true } | { ok: false; refusal: PluginRefusal<Word> };

/** Writes the official list of a class by an order (null: nobody is cut, so none is needed). Cases follow afterwards. */
export const publishList = ({ write, today }: Pick<PluginCtx<Config>, 'write' | 'today'>, id: string, list: { order: string | null; cuts: readonly Cut[]; version?: number }): Promise<Published> =>
  write<Published>(async (tx, record) => {
    const before: ClassRow | undefined = await findClass(tx, id, true);
    if (!before) return { ok: false, refusal: { status: 404, word: 'refusal.notFound' } };
    if (list.version !== undefined && list.version !== before.version) return { ok: false, refusal: { status: 409, word: 'refusal.changed', current: before } };
    const onTrial = await tx.select({ id: enrolments.id }).from(enrolments).where(and(eq(enrolments.classId, id), eq(enrolments.state, 'enrolled'))).orderBy(asc(enrolments.id));
    const trial = { state: before.state, seats: before.seats, trialEndsOn: before.trialEndsOn === null ? null : isoDate(before.trialEndsOn) };
    const decided = decideList(trial, onTrial.map((it) => it.id), list.cuts, today);
    if (!decided.ok) return { ok: false, refusal: refusalOf(decided.failure) };
    await saveOutcomes(tx, decided.value);
    await setClassState(tx, before, { state: 'official', orderNumber: list.order, officialOn: today });
    await record({ act: 'lao-class.list-published', subject: { kind: 'lao-class', id }, before: { state: before.state }, after: { order: list.order, outcomes: decided.value } });
    return { ok: true };
  });

export const listRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.post('/classes/:id/official-list', needs('class.manage'), async (c) => {
    const input = await body(c, officialListInput);
    if (!input.ok) return refuse(c, input.failure);
    const id = c.req.param('id');
    const published = await publishList(c.var.plugin, id, input.value);
    if (!published.ok) return refuse(c, published.refusal);
    await followList(c.var.plugin, id);
    return c.json({ id });
  });
};
