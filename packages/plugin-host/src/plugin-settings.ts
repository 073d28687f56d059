import { announceAccess } from '@saubac/db/access';
import { listTenantPlugins, saveTenantPlugin, settingsVersion, type TenantPlugin } from '@saubac/db/plugins';
import type { TenantSql, Vault } from '@saubac/db/tenancy';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Plugin } from '@saubac/plugin-api';
import { type Ctx, permit, permitWhole } from '@saubac/services/context';
import { isDeepStrictEqual } from 'node:util';

import type { PluginHost } from './run/host.ts';
import { fieldsOf, masked, opened, schemaOf, sealed, sealedOver, secretsSet, type SettingField, shownValues, type Values, valuesOf, withKeptSecrets } from './settings-form.ts';
import { checkSettings, type PluginBroken, type SettingsInvalid, type UnknownPlugin, usable } from './usable.ts';

/** The settings of a plugin as they are shown and changed. Version 0: the tenant never enabled it; what stands are the defaults. */
export type SettingsView = { plugin: string; schema: Record<string, unknown>; fields: SettingField[]; values: Values; secretsSet: string[]; editable: boolean; version: number };

export type SettingsFailure = Forbidden | UnknownPlugin | PluginBroken;

const viewOf = async (db: TenantSql, plugin: Plugin, row: TenantPlugin | undefined, editable: boolean): Promise<SettingsView> => {
  const defaults = checkSettings(plugin, {});
  const kept = row ? row.config : defaults.ok ? defaults.value : {};
  return {
    plugin: plugin.manifest.id, schema: schemaOf(plugin), fields: fieldsOf(plugin), values: shownValues(plugin, kept), secretsSet: secretsSet(plugin, kept),
    editable: editable && row !== undefined, version: (await settingsVersion(db, plugin.manifest.id)) ?? 0,
  };
};

const rowOf = async (db: TenantSql, id: string): Promise<TenantPlugin | undefined> => (await listTenantPlugins(db)).find((it) => it.id === id);

/** The settings of a plugin with the form that they are changed by. */
export const getPluginSettings = async (ctx: Ctx, host: PluginHost, id: string): Promise<Result<SettingsView, SettingsFailure>> => {
  const scope = permit(ctx, 'plugin.read');
  if (!scope.ok) return scope;
  const plugin = usable(host.loaded, id);
  return plugin.ok ? ok(await viewOf(ctx.db, plugin.value, await rowOf(ctx.db, id), permitWhole(ctx, 'plugin.manage').ok)) : plugin;
};

export type ChangeSettingsFailure = SettingsFailure | SettingsInvalid | { kind: 'plugin-not-enabled'; plugin: string } | { kind: 'changed-meanwhile'; yours: Values; current: SettingsView };

/** Changes the settings of a plugin that the tenant has. Checked by its schema; a secret one that is left out stays as it is. Recorded without secrets. */
export const changePluginSettings = async (
  ctx: Ctx, host: PluginHost, vault: Vault, input: { plugin: string; values: Values; version: number },
): Promise<Result<SettingsView, ChangeSettingsFailure>> => {
  const scope = permitWhole(ctx, 'plugin.manage');
  if (!scope.ok) return scope;
  const found = usable(host.loaded, input.plugin);
  if (!found.ok) return found;
  const plugin = found.value;
  return ctx.write<Result<SettingsView, ChangeSettingsFailure>>(async (tx, record) => {
    const before = await rowOf(tx, input.plugin);
    if (!before) return fail({ kind: 'plugin-not-enabled', plugin: input.plugin });
    if ((await settingsVersion(tx, input.plugin)) !== input.version) return fail({ kind: 'changed-meanwhile', yours: shownValues(plugin, input.values), current: await viewOf(tx, plugin, before, true) });
    const wanted = withKeptSecrets(plugin, input.values, valuesOf(before.config));
    const checked = checkSettings(plugin, wanted, vault);
    if (!checked.ok) return checked;
    const after: TenantPlugin = { ...before, config: sealedOver(plugin, valuesOf(checked.value), sealed(plugin, wanted, vault), vault) };
    const same = isDeepStrictEqual(opened(plugin, before.config, vault), opened(plugin, after.config, vault));
    if (same) return ok(await viewOf(tx, plugin, before, true));
    await saveTenantPlugin(tx, after);
    await announceAccess(tx, ctx.tenant.id);
    await record({ act: 'plugin.settings-changed', subject: { kind: 'plugin' }, before: { plugin: input.plugin, settings: masked(plugin, before.config) }, after: { plugin: input.plugin, settings: masked(plugin, after.config) } });
    return ok(await viewOf(tx, plugin, after, true));
  });
};
