import type { PersonId } from '@saubac/domain/values';
import type { PluginEnv } from '@saubac/plugin-api';
import type { Hono } from 'hono';

import type { Tools } from '../routes.ts';
import { dutiesOf, insertDuty, listDuties } from './duties.ts';
import { endAfter, lastDayOf, overlap } from './period.ts';
import { type DutyLine, newDuty } from './wire.ts';

export const dutyRoutes = (app: Hono<PluginEnv>, { needs, refuse, body }: Tools): void => {
  app.get('/duties', needs('duty.read'), async (c) => {
    const { db, core } = c.var.plugin;
    const duties = await listDuties(db);
    const people = await core.people([...new Set(duties.map((it) => it.person as PersonId))]);
    // The core names those within the caller's units; who is not named is not shown.
    const items = duties.flatMap((it): DutyLine[] => {
      const person = people.get(it.person as PersonId);
      return person ? [{ id: it.id, person: it.person, name: person.name, unit: person.unit?.name ?? null, gate: it.gate, from: it.from, last: lastDayOf(it) }] : [];
    });
    return c.json({ items });
  });

  app.get('/people', needs('duty.manage'), async (c) => {
    const words = c.req.query('find')?.trim() ?? '';
    const found = words.length < 2 ? [] : await c.var.plugin.core.findPeople(words);
    return c.json({ items: found.map(({ id, name, unit }) => ({ id, name, unit: unit?.name ?? null })) });
  });

  app.post('/duties', needs('duty.manage'), async (c) => {
    const input = await body(c, newDuty);
    if (!input.ok) return refuse(c, input.failure);
    const { person, gate, from, last } = input.value;
    if (last < from) return refuse(c, { status: 422, word: 'refusal.endsBeforeItBegins', fields: [{ path: 'last', word: 'refusal.endsBeforeItBegins' }] });
    if ((await c.var.plugin.core.people([person as PersonId])).size === 0) return refuse(c, { status: 422, word: 'refusal.unknownPerson', fields: [{ path: 'person', word: 'refusal.unknownPerson' }] });
    const duty = { person, gate, from, to: endAfter(last) };
    const id = await c.var.plugin.write(async (tx, record) => {
      if ((await dutiesOf(tx, person)).some((it) => overlap(it, duty))) return null;
      const inserted = await insertDuty(tx, duty);
      await record({ act: 'duty.added', subject: { kind: 'duty', id: inserted }, after: duty });
      return inserted;
    });
    return id === null ? refuse(c, { status: 409, word: 'refusal.onDutyAlready', fields: [{ path: 'person', word: 'refusal.onDutyAlready' }] }) : c.json({ id }, 201);
  });
};
