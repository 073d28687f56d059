import type { PluginCtx, PluginEnv, PluginRefusal } from '@saubac/plugin-api';
import { and, eq, inArray } from 'drizzle-orm';
import type { Hono } from 'hono';
import type { z } from 'zod';

import { findClass } from '../classes/classes.ts';
import type { Config } from '../config.ts';
import { enrolments } from '../tables.ts';
import type { Tools, Word } from '../tools.ts';
import { findSession, saveMarks, saveSession, sessionsOf } from './sessions.ts';
import { sessionInput } from './wire.ts';

type Noted = { ok: true; id: string } | { ok: false; refusal: PluginRefusal<Word> };

const refused = (refusal: PluginRefusal<Word>): Noted => ({ ok: false, refusal });

/** Writes a session with who was there; a known one is written over. */
const noteSession = ({ write, today }: PluginCtx<Config>, classId: string, { marks, ...held }: z.infer<typeof sessionInput>, session?: string): Promise<Noted> =>
  write<Noted>(async (tx, record) => {
    const of = await findClass(tx, classId, true);
    const known = session === undefined ? undefined : await findSession(tx, session);
    if (!of || (session !== undefined && known?.classId !== classId)) return refused({ status: 404, word: 'refusal.notFound' });
    if (of.state !== 'trial' && of.state !== 'official') return refused({ status: 409, word: 'refusal.sessionClass' });
    if (held.heldOn < of.startsOn || held.heldOn > of.endsOn || held.heldOn > today) return refused({ status: 422, word: 'refusal.sessionDay', fields: [{ path: 'heldOn', word: 'refusal.sessionDay' }] });
    const learners = await tx.select({ id: enrolments.id }).from(enrolments).where(and(eq(enrolments.classId, classId), inArray(enrolments.state, ['enrolled', 'official', 'cut', 'withdrawn'])));
    const ids = new Set(learners.map((it) => it.id));
    if (Object.keys(marks).some((it) => !ids.has(it))) return refused({ status: 422, word: 'refusal.stranger' });
    const before = known && (await sessionsOf(tx, classId)).find((it) => it.id === session);
    const id = await saveSession(tx, classId, held, session);
    await saveMarks(tx, id, marks);
    await record({ act: known ? 'lao-session.changed' : 'lao-session.added', subject: { kind: 'lao-session', id }, ...(before ? { before } : {}), after: { ...held, marks } });
    return { ok: true, id };
  });

export const sessionRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.post('/classes/:id/sessions', needs('class.manage'), async (c) => {
    const input = await body(c, sessionInput);
    if (!input.ok) return refuse(c, input.failure);
    const noted = await noteSession(c.var.plugin, c.req.param('id'), input.value);
    return noted.ok ? c.json({ id: noted.id }, 201) : refuse(c, noted.refusal);
  });

  app.put('/classes/:id/sessions/:session', needs('class.manage'), async (c) => {
    const input = await body(c, sessionInput);
    if (!input.ok) return refuse(c, input.failure);
    const noted = await noteSession(c.var.plugin, c.req.param('id'), input.value, c.req.param('session'));
    return noted.ok ? c.json({ id: noted.id }) : refuse(c, noted.refusal);
  });
};
