import { addDays, isoDate, type PersonId } from '@saubac/domain/values';
import type { PluginEnv } from '@saubac/plugin-api';
import type { Hono } from 'hono';

import type { Config } from '../config.ts';
import { coursesOfPerson } from '../certificates/certificates.ts';
import type { Tools } from '../tools.ts';
import { coursesOf, dutiesOf, type DutyRow, endDuty, findDuty, insertDuty, listDuties, workingWithLaos } from './duties.ts';
import { dutyInput, type DutyLine, endedDuty } from './wire.ts';

/** The last day of a duty; null while none is known. */
const lastOf = ({ validTo }: DutyRow): string | null => (validTo === 'infinity' ? null : addDays(isoDate(validTo), -1));

export const dutyRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.get('/duties', needs('class.read'), async (c) => {
    const { db, core, today } = c.var.plugin;
    const rows = await listDuties(db);
    const ids = [...new Set(rows.map((it) => it.personId))];
    const [people, courses] = [await core.people(ids as PersonId[]), await coursesOf(db, ids)];
    // Whoever is outside the caller's units is not told of, not even by his id.
    const items = rows.flatMap((it): DutyLine[] => {
      const person = people.get(it.personId as PersonId);
      if (!person) return [];
      return [{
        id: it.id, person: it.personId, name: person.name, unit: person.unit?.name ?? null, work: it.work, from: it.validFrom, last: lastOf(it),
        now: it.validFrom <= today && (it.validTo === 'infinity' || it.validTo > today), course: courses.get(it.personId) ?? 'none',
      }];
    });
    return c.json({ items });
  });

  app.post('/duties', needs('duty.manage'), async (c) => {
    const input = await body(c, dutyInput);
    if (!input.ok) return refuse(c, input.failure);
    const { db, core, write } = c.var.plugin;
    const { person, work, from, last } = input.value;
    if (last !== null && last < from) return refuse(c, { status: 422, word: 'refusal.endedBefore', fields: [{ path: 'last', word: 'refusal.endedBefore' }] });
    if ((await core.people([person as PersonId])).size === 0) return refuse(c, { status: 422, word: 'refusal.unknownPerson', fields: [{ path: 'person', word: 'refusal.unknownPerson' }] });
    if ((await workingWithLaos(db, [person], from)).size > 0) return refuse(c, { status: 409, word: 'refusal.onListAlready', fields: [{ path: 'person', word: 'refusal.onListAlready' }] });
    const id = await write(async (tx, record) => {
      const added = await insertDuty(tx, { person, work, from, before: last === null ? null : addDays(isoDate(last), 1) });
      await record({ act: 'lao-duty.added', subject: { kind: 'lao-duty', id: added }, after: input.value });
      return added;
    });
    return c.json({ id }, 201);
  });

  app.post('/duties/:id/end', needs('duty.manage'), async (c) => {
    const input = await body(c, endedDuty);
    if (!input.ok) return refuse(c, input.failure);
    const found = await findDuty(c.var.plugin.db, c.req.param('id'));
    if (!found) return refuse(c, { status: 404, word: 'refusal.notFound' });
    if (input.value.last < found.validFrom) return refuse(c, { status: 422, word: 'refusal.endedBefore', fields: [{ path: 'last', word: 'refusal.endedBefore' }] });
    await c.var.plugin.write(async (tx, record) => {
      await endDuty(tx, found.id, addDays(isoDate(input.value.last), 1));
      await record({ act: 'lao-duty.ended', subject: { kind: 'lao-duty', id: found.id }, before: { last: lastOf(found) }, after: input.value });
    });
    return c.json({ id: found.id });
  });

  app.get('/people/:id', needs('completion.read'), async (c) => {
    const { db, core } = c.var.plugin;
    const id = c.req.param('id');
    if ((await core.people([id as PersonId])).size === 0) return refuse(c, { status: 404, word: 'refusal.notFound' });
    const held = await dutiesOf(db, id);
    return c.json({ duties: held.map((it) => ({ work: it.work, from: it.validFrom, last: lastOf(it) })), classes: await coursesOfPerson(db, id) });
  });
};
