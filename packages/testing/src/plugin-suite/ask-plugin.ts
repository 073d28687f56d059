import { uuidV7 } from '@saubac/db/audit';
import { factSources } from '@saubac/db/rules';
import { progressQuery } from '@saubac/db/targets';
import type { HeldRole } from '@saubac/domain/access';
import type { TargetCounts } from '@saubac/domain/targets';
import { everything, type IsoDate, isoDate, type UnitScope, type UserId } from '@saubac/domain/values';
import type { PluginCtx } from '@saubac/plugin-api';
import { createPluginHost, enablePlugin, loadPlugin, pluginCtx, tenantRegistry } from '@saubac/plugin-host';
import { permit } from '@saubac/services/context';
import { type CaseShown, listInbox } from '@saubac/services/inbox';

import { cloneDatabase, type TestCluster } from '../cluster/index.ts';
import { testCtx } from '../context/index.ts';
import { openFilePlace } from './file-place.ts';

/** Who asks a plugin, by which role over which units, and on which day. */
export type Asker = { role: HeldRole['role']; scope?: UnitScope; id?: UserId };

/** What a plugin answered: status and body, that of a file as text; a refusal as the plugin or the engine put it. */
export type Answered = { status: number; body: unknown };

/** A file that is sent. */
export type SentFile = { name: string; content: string };

/** A plugin enabled in the tenant `alpha`, asked through its routes as the host asks them. */
export type AskedPlugin = {
  cluster: TestCluster;
  /** The day on which everything from now on happens. */
  setToday: (day: string) => void;
  ask: (as: Asker, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<Answered>;
  /** Sends a file as a page does. */
  send: (as: Asker, path: string, file: SentFile) => Promise<Answered>;
  /** Runs something with the context that the host gives to a plugin's parts. */
  within: <T>(as: Asker, work: (ctx: PluginCtx) => Promise<T>) => Promise<T>;
  /** The same as whoever runs the installation, by whom a demonstration is filled. */
  asOperator: <T>(work: (ctx: PluginCtx) => Promise<T>) => Promise<T>;
  /** What waits for somebody in the inbox. */
  inbox: (as: Asker) => Promise<readonly CaseShown[]>;
  /** How a target with a share that the plugin offers stands on a day, of everybody there is. */
  count: (target: string, on: string) => Promise<TargetCounts | undefined>;
  close: () => Promise<void>;
};

const everybody = { subjects: { all: [] }, exclusions: { any: [] } };

const statusOf = (failure: object): number => ('status' in failure ? Number(failure.status) : 'kind' in failure && failure.kind === 'forbidden' ? 403 : 409);

const isJson = (answer: Response | undefined): boolean => answer?.headers.get('content-type')?.includes('json') ?? false;

/** Opens a database of its own with the plugin of a folder enabled in `alpha`; `beta` does not have it. */
export const askPlugin = async (folder: string, today: string): Promise<AskedPlugin> => {
  const found = await loadPlugin(folder);
  if (!found?.plugin) throw new Error(`No plugin in ${folder}`);
  const { plugin } = found;
  const host = createPluginHost([found]);
  const cluster = await cloneDatabase();
  const { store, remove } = await openFilePlace();
  let day: IsoDate = isoDate(today);
  const enabled = await enablePlugin(cluster, [found], { slug: 'alpha', plugin: plugin.manifest.id }, { write: { actor: { id: null, label: 'test' }, now: new Date(`${today}T03:00:00Z`) }, today: day });
  if (!enabled.ok) throw new Error(JSON.stringify(enabled.failure));
  const known = new Map<string, UserId>();
  const idOf = ({ role, id }: Asker): UserId => id ?? known.get(role) ?? (known.set(role, uuidV7() as UserId).get(role) as UserId);

  const open = <T>(as: Asker | null, work: (parts: { ctx: ReturnType<typeof testCtx>; own: PluginCtx }) => Promise<T>): Promise<T> =>
    cluster.withTenant('alpha', async ({ db, tenant }) => {
      const registry = await tenantRegistry(db, [found], day);
      const ctx = testCtx({ db, tenant: { id: tenant.id, slug: tenant.slug }, today: day, registry, ...(as === null ? {} : { actor: { id: idOf(as), label: as.role }, access: { kind: 'granted', held: [{ role: as.role, scope: as.scope ?? everything }] } }) });
      const active = registry.active.get(plugin.manifest.id);
      if (!active) throw new Error('The plugin is not enabled');
      return work({ ctx, own: pluginCtx({ ctx, active, signal: new AbortController().signal, statementTimeoutMs: 20_000, files: { store } }) });
    });

  const answered = (as: Asker, path: string, asking: RequestInit): Promise<Answered> =>
    open(as, async ({ ctx, own }) => {
      const request = new Request(`http://test/api/t/alpha/x/${plugin.manifest.id}${path}`, asking);
      const answer = await host.app(plugin.manifest.id)?.(request, {
        locale: 'vi',
        open: (permission) => {
          const scope = permit(ctx, permission as never);
          return scope.ok ? { ok: true, value: own } : scope;
        },
        refuse: (failure) => Response.json(failure, { status: statusOf(failure) }),
        unknown: () => Response.json({ kind: 'not-found' }, { status: 404 }),
      });
      return { status: answer?.status ?? 0, body: isJson(answer) ? await answer?.json() : await answer?.text() };
    });

  return {
    cluster,
    setToday: (next) => {
      day = isoDate(next);
    },
    ask: (as, method, path, body) => answered(as, path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) }),
    send: (as, path, { name, content }) => answered(as, path, { method: 'POST', body: content, headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) } }),
    within: (as, work) => open(as, ({ own }) => work(own)),
    asOperator: (work) => open(null, ({ own }) => work(own)),
    inbox: (as) => open(as, async ({ ctx }) => (await listInbox(ctx)).items),
    count: (id, on) =>
      cluster.withTenant('alpha', async ({ db }) => {
        const registry = await tenantRegistry(db, [found], isoDate(on));
        const { measure, cohort, reachedWhen, milestone } = registry.targets.find((it) => it.id === id) ?? {};
        if (measure?.kind !== 'share' || !cohort || !reachedWhen || !milestone) throw new Error(`${id} is no target with a share`);
        const target = { id, milestone, goal: measure.goal, cohort, reachedWhen, focus: null, extra: null };
        const query = progressQuery(everybody, [target], factSources(registry), { scope: everything, planUnits: [], unit: null }, { on: isoDate(on), states: ['verified'], governmentLevels: [] });
        const [row] = await db.execute(query.statement);
        return query.read(row ?? {})[0];
      }),
    close: async () => {
      await cluster.close();
      await remove();
    },
  };
};
