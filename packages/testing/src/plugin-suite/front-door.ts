import { uuidV7 } from '@saubac/db/audit';
import type { TenantHandle } from '@saubac/db/tenancy';
import { type Access, commandLine, type Role } from '@saubac/domain/access';
import { nameSearch, nameSort } from '@saubac/domain/people';
import { everything, type PersonId, subtreesOf, type UserId } from '@saubac/domain/values';
import type { Plugin, PluginCtx } from '@saubac/plugin-api';
import { createPluginHost, type LoadedPlugin, pluginCtx, tenantRegistry } from '@saubac/plugin-host';
import { type Ctx, permit } from '@saubac/services/context';
import type { FileStore } from '@saubac/services/files';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';

import { testCtx } from '../context/index.ts';
import { type Holders, storeHolders } from '../levels/store-holders.ts';
import { openFilePlace } from './file-place.ts';

/** Somebody at the door: his role, over the whole tenant or over one of its two agencies; nobody has no role at all. */
export type Caller = 'nobody' | 'command line' | { role: Role; unit?: 'A' | 'B' };

/** What was answered; a route that throws rejects. */
export type Answer = { status: number; text: string };

/** A person whom answers may give away. */
export type Named = { id: PersonId; name: string };

/** A tenant in which a plugin is enabled, with two agencies and people in them, and the way in to the plugin's routes. */
export type FrontDoor = {
  plugin: Plugin;
  people: Record<'A' | 'B', readonly Named[]>;
  units: Holders['units'];
  /** Where the plugin's files are. */
  files: FileStore;
  ask: (as: Caller, method: string, path: string, body?: unknown) => Promise<Answer>;
  /** The context in which a part of the plugin runs for a caller. */
  ctx: (as: Caller) => Promise<PluginCtx>;
  /** The same as whoever runs the installation, over another tenant, or as if it were another plugin. */
  ctxElsewhere: (handle: TenantHandle, plugin?: string) => Promise<PluginCtx>;
  close: () => Promise<void>;
};

/** The routes that a plugin declares, each once. */
export const routesOf = ({ routes }: Plugin): { method: string; path: string }[] => {
  const app = new Hono();
  routes?.mount(app as unknown as Parameters<typeof routes.mount>[0]);
  return [...new Map(app.routes.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()];
};

/** What is sent to a plugin's routes. */
export const requestTo = (plugin: string, method: string, path: string, body?: unknown): Request =>
  new Request(`http://door.test/api/t/alpha/x/${plugin}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });

/** A refusal as these tests read it. */
export const refusal = (failure: object): Response => {
  const kind = 'kind' in failure ? failure.kind : undefined;
  const status = 'status' in failure ? Number(failure.status) : (({ forbidden: 403, 'not-found': 404, 'invalid-input': 400 } as Record<string, number>)[String(kind)] ?? 409);
  return new Response(JSON.stringify(failure), { status });
};

const storeNamed = async ({ db }: TenantHandle) => {
  const { units, people } = await storeHolders(db, 4);
  const named = (unit: 'A' | 'B'): Named[] => people[unit].map((id, at) => ({ id, name: `Nguyen Zq${unit.toLowerCase()}${at}x` }));
  const all = { A: named('A'), B: named('B') };
  for (const { id, name } of [...all.A, ...all.B]) await db.execute(sql`update people set full_name = ${name}, name_sort = ${nameSort(name)}, name_search = ${nameSearch(name)} where id = ${id}::uuid`);
  return { units, people: all };
};

/** Opens the front door of a plugin that is enabled in a tenant. Its people are made for it. */
export const openFrontDoor = async (handle: TenantHandle, loaded: LoadedPlugin): Promise<FrontDoor> => {
  const { plugin } = loaded;
  if (!plugin) throw new Error(`No plugin to be used: ${JSON.stringify(loaded.failures)}`);
  const { units, people } = await storeNamed(handle);
  const host = createPluginHost([loaded]);
  const { store, remove } = await openFilePlace();
  const { id } = plugin.manifest;
  const accessOf = (as: Caller): Access => {
    if (as === 'command line') return commandLine;
    return { kind: 'granted', held: as === 'nobody' ? [] : [{ role: as.role, scope: as.unit ? subtreesOf([units[as.unit]]) : everything }] };
  };
  const coreCtx = async (as: Caller, at = handle): Promise<Ctx> => {
    const { today } = testCtx({ db: handle.db });
    const actor = { id: as === 'command line' ? null : (uuidV7() as UserId), label: JSON.stringify(as) };
    return testCtx({ db: at.db, tenant: { id: at.tenant.id, slug: at.tenant.slug }, actor, access: accessOf(as), registry: await tenantRegistry(handle.db, [loaded], today) });
  };
  const opened = (ctx: Ctx, called = id): PluginCtx => {
    const active = ctx.registry.active.get(id);
    if (!active) throw new Error(`${id} is not enabled`);
    const run = { ...active, plugin: { ...active.plugin, manifest: { ...active.plugin.manifest, id: called } } };
    return pluginCtx({ ctx, active: run, signal: new AbortController().signal, statementTimeoutMs: host.times.statementMs, files: { store } });
  };
  return {
    plugin, people, units,
    files: store,
    close: remove,
    ctx: async (as) => opened(await coreCtx(as)),
    // Not enabled there: it is asked as if it were.
    ctxElsewhere: async (at, called) => opened(await coreCtx('command line', at), called),
    ask: async (as, method, path, body) => {
      const ctx = await coreCtx(as);
      const answered = await host.app(id)?.(requestTo(id, method, path, body), {
        locale: 'vi',
        open: (permission) => {
          const scope = permit(ctx, permission as `${string}:${string}`);
          return scope.ok ? { ok: true, value: opened(ctx) } : scope;
        },
        refuse: refusal,
        unknown: () => new Response('', { status: 404 }),
      });
      return { status: answered?.status ?? 404, text: (await answered?.text()) ?? '' };
    },
  };
};
