import type { PluginEnv } from '@saubac/plugin-api';
import type { Hono } from 'hono';

import type { Config } from '../config.ts';
import type { Tools } from '../tools.ts';
import { addPaper, isPaperOf, isThere, type Owner, papersOf, removePaper } from './papers.ts';
import { kindIn, type PaperOwner } from './wire.ts';

const notFound = { status: 404, word: 'refusal.notFound' } as const;
const places = { agreement: 'agreements', class: 'classes' } as const;

const routesOf = (app: Hono<PluginEnv<Config>>, { needs, refuse, upload, sendFile }: Tools, of: PaperOwner): void => {
  const at = `/${places[of]}/:id/papers` as const;
  const ownerIn = (id: string | undefined): Owner => ({ of, id: id ?? '' });
  const subjectOf = ({ id }: Owner) => ({ kind: `lao-${of}`, id });

  app.get(at, needs(`${of}.read`), async (c) => c.json({ items: await papersOf(c.var.plugin, ownerIn(c.req.param('id'))) }));

  app.post(at, needs(`${of}.manage`), async (c) => {
    const { db, files, write } = c.var.plugin;
    const owner = ownerIn(c.req.param('id'));
    const kind = kindIn(of, c.req.query('kind'));
    const sent = upload(c);
    if (!sent.ok) return refuse(c, sent.failure);
    if (kind === undefined) return refuse(c, { status: 422, word: 'refusal.paperKind' });
    if (!(await isThere(db, owner))) return refuse(c, notFound);
    const taken = await files.take(sent.value);
    if (!taken.ok) return refuse(c, taken.failure);
    const { id: file, name, size, sha256 } = taken.value;
    const added = await write(async (tx, record, tools) => {
      await addPaper(tx, tools, owner, kind, taken.value);
      await record({ act: `lao-${of}.paper-added`, subject: subjectOf(owner), after: { file, kind, name, size, sha256 } });
      return { file };
    });
    return c.json(added, 201);
  });

  app.get(`${at}/:file`, needs(`${of}.read`), async (c) => {
    const { db, files } = c.var.plugin;
    const file = c.req.param('file') ?? '';
    const opened = (await isPaperOf(db, ownerIn(c.req.param('id')), file)) ? await files.open(file) : undefined;
    return opened ? sendFile(c, opened) : refuse(c, notFound);
  });

  app.delete(`${at}/:file`, needs(`${of}.manage`), async (c) => {
    const { files, write } = c.var.plugin;
    const owner = ownerIn(c.req.param('id'));
    const file = c.req.param('file') ?? '';
    const before = (await files.find([file])).get(file);
    const gone = await write(async (tx, record, tools) => {
      const removed = await removePaper(tx, tools, owner, file);
      if (removed) await record({ act: `lao-${of}.paper-removed`, subject: subjectOf(owner), before: { file, kind: removed.kind, name: before?.name, sha256: before?.sha256 } });
      return removed;
    });
    return gone ? c.json({ file }) : refuse(c, notFound);
  });
};

/** The papers of agreements and of classes: seen by whoever sees these, added and taken away by whoever manages them. */
export const paperRoutes = (app: Hono<PluginEnv<Config>>, tools: Tools): void => {
  routesOf(app, tools, 'agreement');
  routesOf(app, tools, 'class');
};
