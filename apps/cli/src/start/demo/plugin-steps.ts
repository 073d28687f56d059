import type { Cluster } from '@saubac/db/cluster';
import { demoPlugins, markDemoPlugin } from '@saubac/db/demo';
import { listTenantPlugins } from '@saubac/db/plugins';
import { ok } from '@saubac/domain/values';
import { createPluginHost, enablePlugin, faultMessage, isSafeMode, type LoadedPlugin, runSample, tenantRegistry, withinTime } from '@saubac/plugin-host';
import { dayInVietnam } from '@saubac/services/context';
import { Refused } from '../../frame/frame.ts';
import { inTenant, installedPlugins, operator } from '../../frame/tenant-context.ts';
import { enableRefusal } from '../../frame/plugin-refusals.ts';
import type { DemoContext, DemoStep } from './demo-context.ts';
import type { DemoTenant } from './demo-tenant.ts';

/** A sample that takes longer is given up, so that the start goes on. */
const mostMs = 120_000;

/** The plugins of a tenant's folder that were not set up for the demonstration yet; none in safe mode. */
export const pluginsLeft = async (cluster: Cluster, { slug, plugins }: Pick<DemoTenant, 'slug' | 'plugins'>): Promise<string[]> => {
  if (isSafeMode(process.env) || plugins.length === 0) return [];
  const done = await cluster.withTenant(slug, ({ db }) => demoPlugins(db));
  return plugins.filter((it) => !done.includes(it));
};

/** Enables those plugins that nobody has switched off since; one that can't be is told. */
export const enableLeft = async ({ cluster, tenant, words, tell }: DemoContext, loaded: readonly LoadedPlugin[]): Promise<void> => {
  const { slug, name } = tenant;
  const rows = await cluster.withTenant(slug, ({ db }) => listTenantPlugins(db));
  for (const plugin of await pluginsLeft(cluster, tenant)) {
    if (rows.some((it) => it.id === plugin && it.state === 'disabled')) {
      await cluster.withTenant(slug, ({ db }) => markDemoPlugin(db, plugin));
      continue;
    }
    const now = new Date();
    const enabled = await enablePlugin(cluster, loaded, { slug, plugin }, { write: { actor: operator, now }, today: dayInVietnam(now) });
    if (!enabled.ok) tell(words.t('start.pluginRefused', { name, plugin, message: new Refused(enableRefusal(enabled.failure, words), words).message }));
  }
};

/**
 * Has each plugin put in what its pages show. Once: what was begun is not begun again, since a second run would double it. A sample that
 * throws or takes too long is told.
 */
export const sampleLeft = async ({ cluster, tenant, files, words, tell }: DemoContext, loaded: readonly LoadedPlugin[], timeoutMs = mostMs): Promise<void> => {
  const { slug, name } = tenant;
  for (const plugin of await pluginsLeft(cluster, tenant)) {
    await inTenant(cluster, slug, async (asked) => {
      const ctx = { ...asked, registry: await tenantRegistry(asked.db, loaded, asked.today, cluster.vault) };
      // One that could not be enabled may be at the next start.
      if (!ctx.registry.active.has(plugin)) return ok(null);
      await markDemoPlugin(ctx.db, plugin);
      const host = createPluginHost(loaded, { files });
      try {
        await withinTime({ timeoutMs }, (signal) => runSample(host, { ...ctx, signal }, plugin));
      } catch (error) {
        tell(words.t('start.pluginSampleFailed', { name, plugin, message: faultMessage(error) }));
      }
      return ok(null);
    });
  }
};

const step = (name: DemoStep['name'], work: (context: DemoContext, loaded: readonly LoadedPlugin[]) => Promise<void>): DemoStep => ({
  name,
  run: async (context) => {
    if ((await pluginsLeft(context.cluster, context.tenant)).length > 0) await work(context, await installedPlugins());
    return ok(null);
  },
});

export const enablePlugins = step('stepPlugins', enableLeft);
export const samplePlugins = step('stepPluginSamples', sampleLeft);
