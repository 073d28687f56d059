import type { PersonId } from '@saubac/domain/values';
import type { PluginCtx, PluginEnv } from '@saubac/plugin-api';
import type { Hono } from 'hono';
import { z } from 'zod';

import type { Config } from '../config.ts';
import type { Tools } from '../tools.ts';
import { markSeen, toldToAgencies, toldToLead } from './messages.ts';
import type { Message } from './wire.ts';

/** What the caller's units were told: of requests that he may see, and no others. */
const ofAgency = async ({ db, cases, core }: PluginCtx<Config>): Promise<Message[]> => {
  const told = await toldToAgencies(db);
  const standing = await cases.ofSubjects('lao-enrolment', [...new Set(told.map((it) => it.row.subject))]);
  const own = told.filter((it) => standing.has(it.row.subject));
  const people = await core.people([...new Set(own.map((it) => it.person as PersonId))]);
  return own.map(({ row, day, what, person }) => ({
    id: row.id, kind: row.kind, what: `${people.get(person as PersonId)?.name ?? ''} (${what ?? ''})`, link: null, toldOn: day, seen: row.seenOn !== null,
  }));
};

const linkOf = (kind: string, subject: string): string => (kind === 'list-due' ? `/x/ha-tinh/classes?class=${subject}` : `/x/ha-tinh/agreements?agreement=${subject}`);

export const messageRoutes = (app: Hono<PluginEnv<Config>>, { needs, refuse, body }: Tools): void => {
  app.get('/messages', needs('enrolment.read'), async (c) => c.json({ items: await ofAgency(c.var.plugin) }));

  app.post('/messages/seen', needs('enrolment.propose'), async (c) => {
    const input = await body(c, z.object({ ids: z.array(z.uuid()).max(500) }));
    if (!input.ok) return refuse(c, input.failure);
    const ctx = c.var.plugin;
    const own = new Set((await ofAgency(ctx)).map((it) => it.id));
    const ids = input.value.ids.filter((it) => own.has(it));
    await ctx.write(async (tx, record) => {
      await markSeen(tx, ids, ctx.today);
      await record({ act: 'lao-message.seen', subject: { kind: 'lao-message' }, after: { count: ids.length } });
    });
    return c.json({ seen: ids.length });
  });

  app.get('/reminders', needs('agreement.manage'), async (c) => {
    const told = await toldToLead(c.var.plugin.db);
    return c.json({ items: told.map(({ row, day, what }): Message => ({ id: row.id, kind: row.kind, what: what ?? '', link: linkOf(row.kind, row.subject), toldOn: day, seen: false })) });
  });

  app.post('/reminders/:id/done', needs('agreement.manage'), async (c) => {
    const { write, today } = c.var.plugin;
    const id = c.req.param('id');
    await write(async (tx, record) => {
      await markSeen(tx, [id], today);
      await record({ act: 'lao-reminder.done', subject: { kind: 'lao-reminder', id } });
    });
    return c.json({ id });
  });
};
