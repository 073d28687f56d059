import { isoDate, type PersonId } from '@saubac/domain/values';
import type { PluginCtx, PluginEnv, PluginRefusal } from '@saubac/plugin-api';
import type { Hono } from 'hono';

import type { Config } from '../config.ts';
import type { Tools, Word } from '../tools.ts';
import { capacityOf, type ClassOf, type MoveRefusal, moveClass } from './class-state.ts';
import { classView } from './class-view.ts';
import { type ClassRow, findClass, insertClass, listClasses, setClassState, updateClass } from './classes.ts';
import { changedClass, classInput, type ClassInput, classMoveInput } from './wire.ts';

export const classOf = (row: ClassRow): ClassOf => ({
  state: row.state, seats: row.seats, decisionNumber: row.decisionNumber, startsOn: isoDate(row.startsOn), endsOn: isoDate(row.endsOn), trialEndsOn: row.trialEndsOn === null ? null : isoDate(row.trialEndsOn),
});

const refusalOf = (failure: MoveRefusal): PluginRefusal<Word> => {
  const words = { 'not-from-here': 'refusal.notFromHere', 'no-decision': 'refusal.noDecision', 'not-begun': 'refusal.notBegun', 'not-over': 'refusal.notOver' } as const;
  return { status: 409, word: words[failure.kind], ...('on' in failure ? { values: { on: failure.on.split('-').toReversed().join('/') } } : {}) };
};

const notFound = { status: 404, word: 'refusal.notFound' } as const;

/** What is wrong with a class as it was typed, before anything is written. */
const wrongIn = async ({ core }: PluginCtx<Config>, input: ClassInput): Promise<PluginRefusal<Word> | undefined> => {
  if (input.endsOn < input.startsOn) return { status: 422, word: 'refusal.daysReversed', fields: [{ path: 'endsOn', word: 'refusal.daysReversed' }] };
  const people = input.teachers.flatMap((it) => ('person' in it ? [it.person as PersonId] : []));
  const known = await core.people(people);
  return people.some((it) => !known.has(it)) ? { status: 422, word: 'refusal.unknownPerson', fields: [{ path: 'teachers', word: 'refusal.unknownPerson' }] } : undefined;
};

type Written = { ok: true } | { ok: false; refusal: PluginRefusal<Word> };

const changed = (current: ClassRow): Written => ({ ok: false, refusal: { status: 409, word: 'refusal.changed', current } });

/** Writes what was typed over a class, where it still is as it was seen. Seats and programme stay once others rely on them. */
const changeClass = ({ write }: PluginCtx<Config>, id: string, { version, ...input }: ClassInput & { version: number }): Promise<Written> =>
  write<Written>(async (tx, record) => {
    const before = await findClass(tx, id, true);
    if (!before) return { ok: false, refusal: notFound };
    if (before.version !== version) return changed(before);
    if (before.state !== 'planned' && (before.seats !== input.seats || before.programmeId !== input.programme)) return { ok: false, refusal: { status: 409, word: 'refusal.openClassFixed' } };
    await updateClass(tx, before, input);
    await record({ act: 'lao-class.changed', subject: { kind: 'lao-class', id }, before, after: input });
    return { ok: true };
  });

const takeMove = ({ write, today, config }: PluginCtx<Config>, id: string, { move, version }: { move: 'open' | 'beginTrial' | 'end'; version: number }): Promise<Written> =>
  write<Written>(async (tx, record) => {
    const before = await findClass(tx, id, true);
    if (!before) return { ok: false, refusal: notFound };
    if (before.version !== version) return changed(before);
    const moved = moveClass(classOf(before), move, today, config.trialDays);
    if (!moved.ok) return { ok: false, refusal: refusalOf(moved.failure) };
    const capacity = move === 'open' ? capacityOf(before.seats, config.overEnrolment) : before.capacity;
    await setClassState(tx, before, { ...moved.value, capacity });
    await record({ act: 'lao-class.moved', subject: { kind: 'lao-class', id }, before: { state: before.state }, after: { ...moved.value, capacity } });
    return { ok: true };
  });

export const classRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.get('/classes', needs('class.read'), async (c) => c.json({ items: await listClasses(c.var.plugin.db) }));

  app.get('/classes/:id', needs('class.read'), async (c) => {
    const found = await classView(c.var.plugin, c.req.param('id'));
    if (!found) return refuse(c, notFound);
    // A class has learners of many units: whoever is outside the caller's is counted in its figures, and not told of.
    const { core } = c.var.plugin;
    const seen = await core.people(found.learners.map((it) => it.person as PersonId));
    return c.json({ ...found, learners: found.learners.filter((it) => seen.has(it.person as PersonId)) });
  });

  app.post('/classes', needs('class.manage'), async (c) => {
    const input = await body(c, classInput);
    if (!input.ok) return refuse(c, input.failure);
    const wrong = await wrongIn(c.var.plugin, input.value);
    if (wrong) return refuse(c, wrong);
    const id = await c.var.plugin.write(async (tx, record) => {
      const added = await insertClass(tx, input.value);
      await record({ act: 'lao-class.added', subject: { kind: 'lao-class', id: added }, after: input.value });
      return added;
    });
    return c.json({ id }, 201);
  });

  app.put('/classes/:id', needs('class.manage'), async (c) => {
    const input = await body(c, changedClass);
    if (!input.ok) return refuse(c, input.failure);
    const id = c.req.param('id');
    const wrong = await wrongIn(c.var.plugin, input.value);
    if (wrong) return refuse(c, wrong);
    const done = await changeClass(c.var.plugin, id, input.value);
    return done.ok ? c.json({ id }) : refuse(c, done.refusal);
  });

  app.post('/classes/:id/moves', needs('class.manage'), async (c) => {
    const input = await body(c, classMoveInput);
    if (!input.ok) return refuse(c, input.failure);
    const id = c.req.param('id');
    const done = await takeMove(c.var.plugin, id, input.value);
    return done.ok ? c.json({ id }) : refuse(c, done.refusal);
  });
};
