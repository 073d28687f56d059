import type { Cluster } from '@saubac/db/cluster';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import { disablePlugin, enablePlugin, type ByWhom } from '@saubac/plugin-host';
import { dayInVietnam, type Ctx } from '@saubac/services/context';
import type { Commands, Frame, Outcome } from '../frame/frame.ts';
import { withInstallation } from '../frame/installation.ts';
import { readJsonFile } from '../frame/json-file.ts';
import { fileOption } from '../frame/options.ts';
import { enableRefusal, failureLine } from '../frame/plugin-refusals.ts';
import { table } from '../frame/table.ts';
import { installedPlugins, operator, withTenantContext, type UnknownTenant } from '../frame/tenant-context.ts';
import { changeAtOnce, statusOf } from './plugin-change.ts';

type PluginStanding = Ctx['registry']['plugins'] extends ReadonlyMap<string, infer Standing> ? Standing : never;
type Target = { slug: string; plugin: string };

const byOperator = (): ByWhom => {
  const now = new Date();
  return { write: { actor: operator, now }, today: dayInVietnam(now) };
};

const linesOf = (words: Words, [id, standing]: readonly [string, PluginStanding]): string[] => [id, standing.version ?? '', words.t(`plugins.state-${standing.state}`)];

const list = ({ registry }: Ctx, words: Words): Outcome => {
  const plugins = [...registry.plugins];
  const headings = (['plugin', 'version', 'state'] as const).map((it) => ({ heading: words.t(`plugins.${it}`) }));
  const failures = plugins.flatMap(([id, it]) => (it.state === 'failed' ? it.failures.map((failure) => `${id}: ${failureLine(words, failure)}\n`) : []));
  const text = plugins.length === 0 ? words.t('plugins.none') : `${table(headings, plugins.map((it) => linesOf(words, it)))}${failures.join('')}`;
  return ok({ json: plugins.map(([plugin, standing]) => ({ plugin, ...standing })), text });
};

const known = async (cluster: Cluster, slug: string): Promise<Result<null, UnknownTenant>> =>
  (await cluster.findTenant(slug)) ? ok(null) : fail({ kind: 'unknown-tenant', slug });

const enable = async (cluster: Cluster, words: Words, { slug, plugin }: Target, config: unknown): Promise<Outcome> => {
  const tenant = await known(cluster, slug);
  if (!tenant.ok) return tenant;
  const enabled = await enablePlugin(cluster, await installedPlugins(), { slug, plugin, config }, byOperator());
  if (!enabled.ok) return fail(enableRefusal(enabled.failure, words));
  const { id, version, state, config: settings } = enabled.value;
  return ok({ json: { plugin: id, version, state, config: settings }, text: words.t('plugins.enabled', { plugin: id, version }) });
};

const disable = async (cluster: Cluster, words: Words, target: Target): Promise<Outcome> => {
  const tenant = await known(cluster, target.slug);
  if (!tenant.ok) return tenant;
  const disabled = await disablePlugin(cluster, target, byOperator());
  if (!disabled.ok) return disabled;
  const { id, version, state } = disabled.value;
  return ok({ json: { plugin: id, version, state }, text: words.t('plugins.disabled', { plugin: id }) });
};

const enableFrom = async ({ words, env }: Frame, target: Target, config: string | undefined): Promise<Outcome> => {
  const json = config === undefined ? ok(undefined) : await readJsonFile(config);
  return json.ok ? withInstallation(env, (cluster) => enable(cluster, words, target, json.value)) : json;
};

export const pluginCommands: Commands = (program, frame) => {
  const { words, env, action } = frame;
  const plugin = program.command('plugin').description(words.t('plugins.about'));
  plugin
    .command('list')
    .description(words.t('plugins.listAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .action(action((slug: string) => withTenantContext(env, slug, (ctx) => Promise.resolve(list(ctx, words)))));
  plugin
    .command('enable')
    .description(words.t('plugins.enableAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<plugin>', words.t('plugins.pluginArgument'))
    .addOption(fileOption(words, '--config <file>', words.t('plugins.configOption')))
    .option('--dry-run', words.t('plugins.dryRunOption'))
    .action(action((slug: string, id: string, { config, dryRun }: { config?: string; dryRun?: true }) => (dryRun ? changeAtOnce(frame, { slug, plugin: id, act: 'enable', rehearsal: true, config }) : enableFrom(frame, { slug, plugin: id }, config))));
  plugin
    .command('disable')
    .description(words.t('plugins.disableAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<plugin>', words.t('plugins.pluginArgument'))
    .option('--dry-run', words.t('plugins.dryRunOption'))
    .action(action((slug: string, id: string, { dryRun }: { dryRun?: true }) => (dryRun ? changeAtOnce(frame, { slug, plugin: id, act: 'disable', rehearsal: true }) : withInstallation(env, (cluster) => disable(cluster, words, { slug, plugin: id })))));
  plugin
    .command('remove')
    .description(words.t('plugins.removeAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<plugin>', words.t('plugins.pluginArgument'))
    .option('--dry-run', words.t('plugins.dryRunOption'))
    .action(action((slug: string, id: string, { dryRun = false }: { dryRun?: boolean }) => changeAtOnce(frame, { slug, plugin: id, act: 'remove', rehearsal: dryRun })));
  plugin
    .command('status')
    .description(words.t('plugins.statusAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<plugin>', words.t('plugins.pluginArgument'))
    .action(action((slug: string, id: string) => statusOf(frame, slug, id)));
};
