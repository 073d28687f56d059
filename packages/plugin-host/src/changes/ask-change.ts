import { announceAccess } from '@saubac/db/access';
import { queue } from '@saubac/db/outbox';
import { type ChangeAct, type ChangeFindings, insertPluginChange, listTenantPlugins, type PluginChange, pluginChangeById, saveTenantPlugin, tablesOfPlugin, type TenantPlugin, type Told } from '@saubac/db/plugins';
import type { TenantTx, Vault } from '@saubac/db/tenancy';
import { filesOfPlugin } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';
import { tablePrefix } from '@saubac/plugin-api';
import { type Ctx, permitWhole } from '@saubac/services/context';

import type { PluginHost } from '../run/host.ts';
import { sealed, valuesOf, withKeptSecrets } from '../settings-form.ts';
import { checkSettings, type SettingsInvalid, usable, type UnknownPlugin, type PluginBroken } from '../usable.ts';
import { type ChangeView, changeView } from './change-view.ts';
import { obstaclesToDisabling, obstaclesToRemoving } from './obstacles.ts';
import { allDone, stepsFor } from './steps.ts';

export type ChangeAsked = { plugin: string; act: ChangeAct; rehearsal: boolean; config?: unknown };

export type AskFailure =
  | Forbidden
  | UnknownPlugin
  | PluginBroken
  | SettingsInvalid
  | { kind: 'plugin-change-under-way'; plugin: string }
  | { kind: 'plugin-not-enabled' | 'plugin-still-enabled' | 'plugin-in-use' | 'plugin-cases-open'; plugin: string };

type Kept = { ctx: Ctx; host: PluginHost; asked: ChangeAsked; row: TenantPlugin | undefined };

const insert = async (tx: TenantTx, { ctx, asked }: Kept, it: Pick<PluginChange, 'state' | 'steps' | 'findings' | 'config'>): Promise<Result<string, AskFailure>> => {
  const { plugin, act, rehearsal } = asked;
  const id = await insertPluginChange(tx, { plugin, act, rehearsal, by: ctx.actor.id, label: ctx.actor.label, ...it }, ctx.now().toISOString());
  return id === undefined ? fail({ kind: 'plugin-change-under-way', plugin }) : ok(id);
};

const view = async (tx: TenantTx, id: string): Promise<Result<ChangeView, AskFailure>> => ok(changeView((await pluginChangeById(tx, id)) as PluginChange));

const found = async (tx: TenantTx, { ctx, host, asked: { plugin, act } }: Kept, row: TenantPlugin | undefined): Promise<ChangeFindings> => {
  const blockedBy = act === 'disable' ? await obstaclesToDisabling(tx, plugin, row, ctx.today) : await obstaclesToRemoving(tx, plugin, row, host.loaded.find((it) => it.id === plugin), ctx.today);
  const tables = await tablesOfPlugin(tx, tablePrefix(plugin));
  const fate = act === 'remove' ? 'dropped' : 'kept';
  const files = await filesOfPlugin(tx, plugin);
  return { migrations: [], blockedBy, files: files.length, tables: tables.map(({ name, rows }) => ({ name, rows, fate })) };
};

/** Disables at once, or tells what disabling or removing would do. */
const atOnce = (it: Kept): Promise<Result<ChangeView, AskFailure>> =>
  it.ctx.write<Result<ChangeView, AskFailure>>(async (tx, record) => {
    const { ctx, asked: { plugin, act, rehearsal } } = it;
    const row = (await listTenantPlugins(tx)).find(({ id }) => id === plugin);
    const findings = await found(tx, it, row);
    const [obstacle] = findings.blockedBy;
    if (!rehearsal && obstacle) return fail(obstacle as Told & AskFailure);
    const inserted = await insert(tx, it, { state: 'done', steps: allDone(stepsFor(act)), findings, config: null });
    if (!inserted.ok) return inserted;
    if (!rehearsal && row) {
      const after: TenantPlugin = { ...row, state: 'disabled', failures: [] };
      await saveTenantPlugin(tx, after);
      await announceAccess(tx, ctx.tenant.id);
    }
    await record({ act: rehearsal ? 'plugin.rehearsed' : 'plugin.disabled', subject: { kind: 'plugin' }, after: { plugin, act } });
    return view(tx, inserted.value);
  });

const later = (it: Kept, config: unknown): Promise<Result<ChangeView, AskFailure>> =>
  it.ctx.write<Result<ChangeView, AskFailure>>(async (tx, record) => {
    const { asked: { plugin, act, rehearsal } } = it;
    const inserted = await insert(tx, it, { state: 'queued', steps: stepsFor(act), findings: null, config });
    if (!inserted.ok) return inserted;
    await queue(tx, { kind: 'plugin.change', payload: { change: inserted.value } });
    await record({ act: rehearsal ? 'plugin.rehearsed' : 'plugin.change-asked', subject: { kind: 'plugin' }, after: { plugin, act } });
    return view(tx, inserted.value);
  });

const enabling = async (it: Kept, vault: Vault): Promise<Result<ChangeView, AskFailure>> => {
  const { host, asked, row } = it;
  const plugin = usable(host.loaded, asked.plugin);
  if (!plugin.ok) return plugin;
  const given = asked.config === undefined ? valuesOf(row?.config) : withKeptSecrets(plugin.value, sealed(plugin.value, valuesOf(asked.config), vault), valuesOf(row?.config));
  const checked = checkSettings(plugin.value, given, vault);
  if (!checked.ok) return checked;
  return later(it, asked.config === undefined ? null : sealed(plugin.value, given, vault));
};

/**
 * Asks for a change of a plugin, or for its rehearsal. Disabling needs no more than a line of the tenant's list and is done at once; what
 * makes or drops tables is done by the worker, who holds the credential for it, and so is trying its migrations out.
 */
export const askForChange = async (ctx: Ctx, host: PluginHost, vault: Vault, asked: ChangeAsked): Promise<Result<ChangeView, AskFailure>> => {
  const scope = permitWhole(ctx, 'plugin.manage');
  if (!scope.ok) return scope;
  const row = (await listTenantPlugins(ctx.db)).find(({ id }) => id === asked.plugin);
  if (!row && !host.loaded.some(({ id }) => id === asked.plugin)) return fail({ kind: 'unknown-plugin', plugin: asked.plugin, known: host.loaded.map(({ id }) => id) });
  const it = { ctx, host, asked, row };
  if (asked.act === 'enable') return enabling(it, vault);
  if (asked.act === 'disable' || asked.rehearsal) return atOnce(it);
  const [obstacle] = await obstaclesToRemoving(ctx.db, asked.plugin, row, host.loaded.find(({ id }) => id === asked.plugin), ctx.today);
  return obstacle ? fail(obstacle as Told & AskFailure) : later(it, null);
};
