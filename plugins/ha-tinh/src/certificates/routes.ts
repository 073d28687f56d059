import type { PersonId } from '@saubac/domain/values';
import type { PluginEnv } from '@saubac/plugin-api';
import type { Hono } from 'hono';

import { classView } from '../classes/class-view.ts';
import { findClass } from '../classes/classes.ts';
import type { Config } from '../config.ts';
import type { Tools } from '../tools.ts';
import { type Completed, confirmLevel, insertCertificates, listCertificates } from './certificates.ts';
import { type CertificateLine, confirmationInput, issueInput } from './wire.ts';

export const certificateRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.get('/certificates', needs('level.read'), async (c) => {
    const { db, core } = c.var.plugin;
    const rows = await listCertificates(db);
    const people = await core.people([...new Set(rows.map((it) => it.row.personId as PersonId))]);
    // Whoever is outside the caller's units is not told of, not even by his id.
    const items = rows.flatMap(({ row, classId, className, aimedAt }): CertificateLine[] => {
      const person = people.get(row.personId as PersonId);
      if (!person) return [];
      return [{
        id: row.id, number: row.number, person: row.personId, name: person.name, unit: person.unit?.name ?? null, class: classId, className, course: row.course, issuedOn: row.issuedOn,
        attended: row.attendedLessons, due: row.dueLessons, aimedAt, level: row.confirmedLevel, confirmedOn: row.confirmedOn, confirmation: row.confirmation,
      }];
    });
    return c.json({ items });
  });

  app.post('/classes/:id/certificates', needs('class.manage'), async (c) => {
    const input = await body(c, issueInput);
    if (!input.ok) return refuse(c, input.failure);
    const ctx = c.var.plugin;
    const { today, config } = ctx;
    const { decisionNumber, decisionOn, enrolments } = input.value;
    const issued = await ctx.write(async (tx, record) => {
      // In hand before anything is read, so that of two orders at once the later one sees what the earlier one issued.
      const row = await findClass(tx, c.req.param('id'), true);
      const found = row && (await classView({ ...ctx, db: tx }, row.id));
      if (!found) return { ok: false as const, word: 'refusal.notFound' as const };
      if (found.state !== 'ended') return { ok: false as const, word: 'refusal.notEnded' as const };
      const chosen = new Set(enrolments);
      const completed = found.learners.filter((it) => chosen.has(it.enrolment) && it.refused === null);
      if (completed.length !== chosen.size) return { ok: false as const, word: 'refusal.notComplete' as const };
      const rows = completed.map((it): Completed => ({ enrolment: it.enrolment, person: it.person, course: found.course, attended: it.attendance.attended, due: it.attendance.due }));
      const numbers = await insertCertificates(tx, rows, { prefix: config.certificatePrefix, on: today, decisionNumber, decisionOn });
      await record({ act: 'lao-certificate.issued', subject: { kind: 'lao-class', id: found.id }, after: { decisionNumber, decisionOn, numbers } });
      return { ok: true as const, numbers };
    });
    if (issued.ok) return c.json({ numbers: issued.numbers }, 201);
    return refuse(c, { status: issued.word === 'refusal.notFound' ? 404 : 409, word: issued.word });
  });

  app.post('/certificates/:id/level', needs('level.confirm'), async (c) => {
    const input = await body(c, confirmationInput);
    if (!input.ok) return refuse(c, input.failure);
    const id = c.req.param('id');
    const before = await c.var.plugin.write(async (tx, record) => {
      const confirmed = await confirmLevel(tx, id, input.value);
      if (confirmed) await record({ act: 'lao-certificate.level-confirmed', subject: { kind: 'lao-certificate', id }, before: { level: confirmed.confirmedLevel }, after: input.value });
      return confirmed;
    });
    return before ? c.json({ id }) : refuse(c, { status: 404, word: 'refusal.notFound' });
  });
};
