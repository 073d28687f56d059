import { join } from 'node:path';
import { fail, ok } from '@saubac/domain/values';
import type { RefusalKind, Words } from '@saubac/i18n';
import { changeNow, type ChangeView, createPluginHost, getPlugin, type PluginView } from '@saubac/plugin-host';
import { openFileStore } from '@saubac/services/files';
import type { Frame, Outcome, Refusal } from '../frame/frame.ts';
import { dataDirOf, withInstallation } from '../frame/installation.ts';
import { readJsonFile } from '../frame/json-file.ts';
import { table } from '../frame/table.ts';
import { inTenant, installedPlugins, withTenantContext } from '../frame/tenant-context.ts';

/** What is asked of a plugin of a tenant at the command line. */
export type Asked = { slug: string; plugin: string; act: 'enable' | 'disable' | 'remove'; rehearsal: boolean; config?: string | undefined };

const refusalOf = (failure: { kind: string }): Refusal => failure as Refusal & { kind: RefusalKind };

const tablesInWords = (words: Words, { act, findings }: ChangeView): string =>
  findings && (findings.tables.length > 0 || findings.files)
    ? table(
        [{ heading: words.t('plugins.table') }, { heading: words.t('plugins.fate') }, { heading: words.t('plugins.rows'), align: 'right' }],
        [
          ...findings.tables.map((it) => [it.name, words.t(`plugins.fate-${it.fate}`), words.number(it.rows)]),
          ...(findings.files ? [[words.t('plugins.files'), words.t(`plugins.fate-${act === 'remove' ? 'dropped' : 'kept'}`), words.number(findings.files)]] : []),
        ],
      )
    : '';

const inWords = (words: Words, change: ChangeView): string => {
  const { plugin, act, rehearsal, findings, file } = change;
  const head = rehearsal ? words.t('plugins.rehearsed', { plugin }) : words.t(`plugins.${act}-done`, { plugin });
  const blocked = (findings?.blockedBy ?? []).map((it) => `${words.refusal(refusalOf(it))}\n`).join('');
  return `${head}\n${tablesInWords(words, change)}${blocked}${file ? `${words.t('plugins.kept', { file: file.name })}\n` : ''}`;
};

const outcomeOf = (words: Words, change: ChangeView): Outcome => (change.failure ? fail(refusalOf(change.failure)) : ok({ json: change, text: inWords(words, change).trimEnd() }));

/** Makes a change of a plugin in a tenant, or tries it out. */
export const changeAtOnce = async ({ words, env }: Frame, { slug, plugin, act, rehearsal, config }: Asked): Promise<Outcome> => {
  const json = config === undefined ? ok(undefined) : await readJsonFile(config);
  if (!json.ok) return json;
  return withInstallation(env, async (cluster): Promise<Outcome> =>
    inTenant(cluster, slug, async (ctx): Promise<Outcome> => {
      const tenant = await cluster.findTenant(slug);
      if (!tenant) return fail({ kind: 'unknown-tenant', slug });
      const host = createPluginHost(await installedPlugins());
      const files = await openFileStore(join(dataDirOf(env), 'files'));
      const changed = await changeNow(ctx, host, { cluster, tenant, db: ctx.db, files }, { plugin, act, rehearsal, ...(json.value === undefined ? {} : { config: json.value }) });
      return changed.ok ? outcomeOf(words, changed.value) : fail(refusalOf(changed.failure));
    }),
  );
};

const statusInWords = (words: Words, it: PluginView): string => {
  const state = it.state === 'safe-mode' ? 'failed' : it.state;
  return [
    `${words.text(it.title)} (${it.id} ${it.version ?? it.enabledVersion ?? ''}): ${words.t(`plugins.state-${state}`)}`,
    ...it.failures.map(({ kind, ...details }) => words.told('pluginFailures', { kind, ...details })),
    ...(it.change ? [words.t('plugins.lastChange', { act: it.change.act, state: it.change.state, at: it.change.endedAt ?? it.change.createdAt })] : []),
  ].join('\n');
};

/** How a plugin stands in a tenant. */
export const statusOf = ({ words, env }: Frame, slug: string, plugin: string): Promise<Outcome> =>
  withTenantContext(env, slug, async (ctx): Promise<Outcome> => {
    const found = await getPlugin(ctx, createPluginHost(await installedPlugins()), plugin);
    return found.ok ? ok({ json: found.value, text: statusInWords(words, found.value) }) : fail(refusalOf(found.failure));
  });
