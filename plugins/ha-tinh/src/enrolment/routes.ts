import type { PersonId } from '@saubac/domain/values';
import type { PluginCtx, PluginEnv, PluginRefusal } from '@saubac/plugin-api';
import type { Hono } from 'hono';
import type { z } from 'zod';

import { seatsLeft } from '../classes/class-state.ts';
import { findClass, listClasses } from '../classes/classes.ts';
import type { Config } from '../config.ts';
import type { Tools, Word } from '../tools.ts';
import { hasRequest, insertRequest, listRequests } from './enrolments.ts';
import { seatRequests } from './seat-requests.ts';
import { type RequestLine, requestInput, requestMove } from './wire.ts';
import { refusalsToSubmit } from './workflow.ts';

type Proposed = { ok: true; id: string; case: string } | { ok: false; refusal: PluginRefusal<Word> | { kind: string } };

const refused = (refusal: PluginRefusal<Word> | { kind: string }): Proposed => ({ ok: false, refusal });

/** Writes a request with its case, still a draft: handing it in is a move of the case. */
const writeRequest = async (ctx: PluginCtx<Config>, input: z.infer<typeof requestInput>): Promise<Proposed> => {
  const person = (await ctx.core.people([input.person as PersonId])).get(input.person as PersonId);
  if (!person) return refused({ status: 422, word: 'refusal.unknownPerson', fields: [{ path: 'person', word: 'refusal.unknownPerson' }] });
  const { unit } = person;
  if (unit === null) return refused({ status: 422, word: 'refusal.noUnit', fields: [{ path: 'person', word: 'refusal.noUnit' }] });
  return ctx.write<Proposed>(async (tx, record, tools) => {
    const of = await findClass(tx, input.class, true);
    if (!of) return refused({ status: 404, word: 'refusal.notFound' });
    if (await hasRequest(tx, of.id, person.id)) return refused({ status: 409, word: 'refusal.requestedAlready', fields: [{ path: 'person', word: 'refusal.requestedAlready' }] });
    const id = await insertRequest(tx, { classId: of.id, personId: person.id, unitId: unit.id, why: input.why, proposedBy: ctx.actor.id, proposedOn: ctx.today });
    // Guards that would refuse to hand it in refuse it now, so that no draft is left behind that nobody can use.
    const refusals = refusalsToSubmit((await seatRequests(tx, [id])).get(id));
    if (refusals.length > 0) return refused({ status: 409, word: refusals[0] as Word });
    const opened = await tools.openCase('lao-enrolment', { subject: id, unit: unit.id });
    if (!opened.ok) return refused(opened.failure);
    await record({ act: 'lao-enrolment.proposed', subject: { kind: 'lao-enrolment', id }, after: { class: of.id, person: person.id, unit: unit.id } });
    return { ok: true, id, case: opened.value };
  });
};

export const enrolmentRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.get('/openings', needs('enrolment.read'), async (c) => {
    const open = (await listClasses(c.var.plugin.db)).filter((it) => it.state === 'open' || it.state === 'trial');
    const items = open.map(({ id, name, programme, course, startsOn, endsOn, place, seats, waiting, ...it }) => ({ id, name, programme, course, startsOn, endsOn, place, seats, left: seatsLeft(it, it.taken), waiting }));
    return c.json({ items });
  });

  app.get('/enrolments', needs('enrolment.read'), async (c) => {
    const { db, core, cases } = c.var.plugin;
    const rows = await listRequests(db);
    // The engine answers for cases within the caller's units alone: what is not there is not his.
    const standing = await cases.ofSubjects('lao-enrolment', rows.map((it) => it.row.id));
    const people = await core.people([...new Set(rows.filter((it) => standing.has(it.row.id)).map((it) => it.row.personId as PersonId))]);
    const items = rows.flatMap(({ row, className }): RequestLine[] => {
      const found = standing.get(row.id);
      const person = people.get(row.personId as PersonId);
      if (!found) return [];
      return [{
        id: row.id, case: found.id, version: found.version, class: row.classId, className, person: row.personId, name: person?.name ?? null, unit: person?.unit?.name ?? null,
        state: row.state, why: row.why, proposedOn: row.proposedOn, reason: row.reason,
      }];
    });
    return c.json({ items });
  });

  app.post('/enrolments', needs('enrolment.propose'), async (c) => {
    const input = await body(c, requestInput);
    if (!input.ok) return refuse(c, input.failure);
    const proposed = await writeRequest(c.var.plugin, input.value);
    if (!proposed.ok) return refuse(c, proposed.refusal);
    const submitted = await c.var.plugin.cases.move('lao-enrolment', { case: proposed.case, move: 'submit' });
    return submitted.ok ? c.json({ id: proposed.id }, 201) : refuse(c, submitted.failure);
  });

  app.post('/enrolments/:id/moves', needs('enrolment.read'), async (c) => {
    const input = await body(c, requestMove);
    if (!input.ok) return refuse(c, input.failure);
    const { cases } = c.var.plugin;
    const found = (await cases.ofSubjects('lao-enrolment', [c.req.param('id')])).get(c.req.param('id'));
    if (!found) return refuse(c, { status: 404, word: 'refusal.notFound' });
    const { move, version, reason } = input.value;
    const moved = await cases.move('lao-enrolment', { case: found.id, move, ...(version === undefined ? {} : { version }), ...(reason === undefined ? {} : { reason }) });
    return moved.ok ? c.json({ state: moved.value.to }) : refuse(c, moved.failure);
  });

  app.get('/people', needs('enrolment.read'), async (c) => {
    const words = c.req.query('find')?.trim() ?? '';
    const found = words.length < 2 ? [] : await c.var.plugin.core.findPeople(words);
    return c.json({ items: found.map((it) => ({ id: it.id, name: it.name, unit: it.unit?.name ?? null })) });
  });
};
