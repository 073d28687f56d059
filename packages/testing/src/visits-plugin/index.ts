import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { uuidV7 } from '@saubac/db/audit';
import { workflowFor } from '@saubac/domain/workflow';
import { defineCase, defineManifest, definePlugin, permissionOf, pluginRoutes, pluginTable, wordOf } from '@saubac/plugin-api';
import type { LoadedPlugin } from '@saubac/plugin-host';
import { sql } from 'drizzle-orm';
import { text, uuid } from 'drizzle-orm/pg-core';
import { z } from 'zod';

const words = {
  vi: { title: 'Lượt tiếp', may: 'xem lượt tiếp', full: 'Đã có {{count}} lượt.', nowhere: 'Chưa ghi rõ nơi tiếp.', place: 'Nơi tiếp', 'act.visit.noted': 'Ghi lượt tiếp', 'visit-check.name': 'Kiểm tra lượt tiếp', 'job.count': 'Đếm lượt tiếp', 'handler.noteChecked': 'Ghi đã kiểm tra', 'handler.breaks': 'Hỏng', 'handler.hangs': 'Treo', 'visit-check.state.open': 'mới', 'visit-check.state.checked': 'đã kiểm tra', 'visit-check.move.check': 'kiểm tra' },
  en: { title: 'Visits', may: 'see visits', full: 'There are {{count}} visits.', nowhere: 'The place is not clear.', place: 'Place', 'act.visit.noted': 'Visit noted', 'visit-check.name': 'Check of a visit', 'job.count': 'Count visits', 'handler.noteChecked': 'Note the check', 'handler.breaks': 'Break', 'handler.hangs': 'Hang', 'visit-check.state.open': 'new', 'visit-check.state.checked': 'checked', 'visit-check.move.check': 'check' },
};

const manifest = defineManifest({
  id: 'visits', version: '1.0.0', apiVersion: 1, title: 'title', about: 'title',
  permissions: { 'visit.read': { label: 'may', grantTo: ['auditor', 'home-affairs-officer'] }, 'visit.write': { label: 'may', grantTo: ['home-affairs-officer'] } },
  pages: { visits: { title: 'title', permission: 'visit.write' } },
  words,
});

/** The table of the plugin. */
export const visits = pluginTable(manifest, 'visits', { id: uuid('id').primaryKey(), place: text('place').notNull() });

type Visit = { id: string; place: string };

const check = workflowFor<Visit>()({
  id: 'visit-check',
  states: ['open', 'checked'],
  initial: 'open',
  final: ['checked'],
  moves: { check: { from: 'open', to: 'checked', permission: permissionOf(manifest, 'visit.write'), guards: [{ name: 'isSomewhere', refusal: 'nowhere', holds: ({ place }: Visit) => place !== '?' }], effects: [{ name: 'noteChecked', payload: ({ id }: Visit) => ({ visit: id }) }] } },
});

const visitCheck = defineCase(manifest, {
  workflow: check,
  seenBy: 'visit.read',
  subjects: async (db, ids) => new Map((await db.select().from(visits)).filter((it) => ids.includes(it.id)).map((it) => [it.id, it])),
  describe: (visit) => ({ title: wordOf(manifest, 'title'), link: `/x/visits/visits?visit=${visit.id}` }),
});

const newVisit = z.object({ place: z.string().min(1), thenThrow: z.boolean().default(false), thenRefuse: z.boolean().default(false), check: z.boolean().default(false), queue: z.string().optional() });

const routes = pluginRoutes<{ most: number }>()(manifest, (app, { needs, refuse, body, upload, sendFile }) => {
  app.get('/visits', needs('visit.read'), async (c) => c.json({ items: await c.var.plugin.db.select().from(visits).orderBy(visits.place), most: c.var.plugin.config.most }));
  app.post('/visits', needs('visit.write'), async (c) => {
    const input = await body(c, newVisit);
    if (!input.ok) return refuse(c, input.failure);
    const { place, thenThrow, thenRefuse, check: checked, queue } = input.value;
    const added = await c.var.plugin.write(async (tx, record, tools) => {
      const id = uuidV7();
      await tx.insert(visits).values({ id, place });
      await record({ act: 'visit.noted', subject: { kind: 'visit', id }, after: { place } });
      const opened = checked ? await tools.openCase('visit-check', { subject: id, unit: null }) : undefined;
      if (queue !== undefined) await tools.queue(queue, { visit: id });
      if (thenThrow) throw new Error(`no room for ${place}`);
      return thenRefuse ? ({ ok: false } as const) : ({ ok: true, value: { id, case: opened?.ok ? opened.value : null } } as const);
    });
    return added.ok ? c.json(added.value, 201) : refuse(c, { status: 409, word: 'full', values: { count: 7 } });
  });
  app.post('/checks', needs('visit.write'), async (c) => {
    const input = await body(c, z.object({ case: z.string(), move: z.string() }));
    if (!input.ok) return refuse(c, input.failure);
    const moved = await c.var.plugin.cases.move('visit-check', input.value);
    return moved.ok ? c.json(moved.value) : refuse(c, moved.failure);
  });
  app.post('/papers', needs('visit.write'), async (c) => {
    const sent = upload(c);
    if (!sent.ok) return refuse(c, sent.failure);
    const taken = await c.var.plugin.files.take(sent.value);
    if (!taken.ok) return refuse(c, taken.failure);
    await c.var.plugin.write(async (_, record, tools) => {
      await tools.keepFile(taken.value);
      await record({ act: 'visit.noted', subject: { kind: 'visit' }, after: taken.value });
    });
    return c.json({ id: taken.value.id }, 201);
  });
  app.get('/papers/:file', needs('visit.read'), async (c) => {
    const opened = await c.var.plugin.files.open(c.req.param('file'));
    return opened ? sendFile(c, opened) : refuse(c, { kind: 'not-found' });
  });
  app.get('/people', needs('visit.read'), async (c) => c.json({ people: await c.var.plugin.core.findPeople('a'), units: await c.var.plugin.core.findUnits('') }));
  app.get('/hang', needs('visit.read'), () => new Promise<never>(() => {}));
  app.get('/sleep', needs('visit.read'), async (c) => c.json(await c.var.plugin.db.execute(sql`select pg_sleep(30)`)));
  app.post('/hang-in-write', needs('visit.write'), async (c) => {
    await c.var.plugin.write(async (tx) => {
      await tx.insert(visits).values({ id: uuidV7(), place: 'never kept' });
      await new Promise(() => {});
    });
    return c.json({});
  });
  app.get('/write-by-reading', needs('visit.read'), async (c) => c.json(await c.var.plugin.db.execute(sql`delete from p_visits_visits`)));
});

/** A plugin for tests of whatever runs plugins: it notes visits, and hangs and throws on demand. `remove` takes the folder of its migrations away. */
export const visitsPlugin = (): { loaded: LoadedPlugin; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'saubac-visits-'));
  writeFileSync(join(folder, '0001_visits.sql'), 'create table p_visits_visits (id uuid not null, place text not null)\n--> statement-breakpoint\nalter table p_visits_visits add constraint p_visits_visits_pk primary key (id)');
  const plugin = definePlugin(manifest, {
    config: z.object({ most: z.int().default(3) }),
    tables: { visits },
    migrations: pathToFileURL(`${folder}/`),
    routes,
    workflows: [visitCheck],
    handlers: {
      noteChecked: { run: async (ctx, { visit }) => ctx.write(async (tx, record) => {
        await tx.execute(sql`update p_visits_visits set place = place || ' checked' where id = ${String(visit)}::uuid`);
        await record({ act: 'visit.noted', subject: { kind: 'visit', id: String(visit) } });
      }) },
      breaks: { run: () => Promise.reject(new Error('broken')) },
      hangs: { run: () => new Promise<never>(() => {}), timeoutSeconds: 0.2 },
    },
    jobs: { count: { run: async (ctx) => ctx.write(async (tx) => void (await tx.insert(visits).values({ id: uuidV7(), place: `night of ${ctx.today}` }))) } },
    reports: {
      places: {
        title: 'title', permission: 'visit.read', columns: [{ key: 'place', title: 'place', type: 'text' }, { key: 'from', title: 'title', type: 'date' }],
        rows: async (ctx, period) => (await ctx.db.select().from(visits).orderBy(visits.place)).map(({ place }) => ({ place, from: period.from, unasked: 'x' })),
      },
      broken: { title: 'title', permission: 'visit.write', columns: [], rows: () => Promise.reject(new Error('no rows of secrets')) },
    },
    sample: (ctx) => ctx.write(async (tx) => void (await tx.insert(visits).values({ id: uuidV7(), place: 'sample' }))),
  });
  return { loaded: { id: 'visits', plugin, failures: [] }, remove: () => rmSync(folder, { recursive: true }) };
};
