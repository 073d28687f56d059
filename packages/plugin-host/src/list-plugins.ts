import { lastPluginChanges, listTenantPlugins, type PluginChange, pluginChangeById, type TenantPlugin } from '@saubac/db/plugins';
import { fileById } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { fail, isUuid, type LocalText, ok, type Result } from '@saubac/domain/values';
import { type PluginFailure, type PluginStanding, wordOf } from '@saubac/plugin-api';
import { type Ctx, permit, permitWhole } from '@saubac/services/context';
import type { FileStore } from '@saubac/services/files';
import type { Readable } from 'node:stream';

import { bringsOf } from './brings.ts';
import { type ChangeView, changeView } from './changes/change-view.ts';
import { isLeftOut } from './load-plugins.ts';
import type { PluginHost } from './run/host.ts';

export type UnknownHere = { kind: 'unknown-plugin'; plugin: string; known: string[] };
export type UnknownChange = { kind: 'unknown-plugin-change'; change: string };

/** A plugin as it stands in a tenant, with what it brings and its last change. */
export type PluginView = {
  id: string; title: LocalText; about: LocalText | null; state: 'available' | 'enabled' | 'disabled' | 'failed' | 'safe-mode'; version: string | null; enabledVersion: string | null;
  failures: readonly PluginFailure[]; brings: ReturnType<typeof bringsOf> | null; change: ChangeView | null;
};

const failuresOf = (standing: PluginStanding | undefined): readonly PluginFailure[] => {
  if (standing?.state === 'failed') return standing.failures;
  return standing?.state === 'safe-mode' ? [{ kind: 'safe-mode' }] : [];
};

type Known = { rows: ReadonlyMap<string, TenantPlugin>; changes: ReadonlyMap<string, PluginChange> };

const viewOf = (ctx: Ctx, host: PluginHost, { rows, changes }: Known, id: string): PluginView => {
  const standing = ctx.registry.plugins.get(id);
  const plugin = host.loaded.find((it) => it.id === id)?.plugin;
  const change = changes.get(id);
  return {
    id,
    title: plugin ? wordOf(plugin.manifest, plugin.manifest.title) : { vi: id, en: id },
    about: plugin ? wordOf(plugin.manifest, plugin.manifest.about) : null,
    state: standing?.state ?? 'available',
    version: plugin?.manifest.version ?? null,
    enabledVersion: rows.get(id)?.version ?? null,
    failures: failuresOf(standing),
    brings: plugin ? bringsOf(plugin) : null,
    change: change ? changeView(change) : null,
  };
};

const known = async (ctx: Ctx): Promise<Known> => ({ rows: new Map((await listTenantPlugins(ctx.db)).map((it) => [it.id, it])), changes: await lastPluginChanges(ctx.db) });

/** Every plugin of the installation as it stands in the tenant, and those that the tenant had and that are gone. */
export const listPlugins = async (ctx: Ctx, host: PluginHost): Promise<Result<{ safeMode: boolean; items: PluginView[] }, Forbidden>> => {
  const scope = permit(ctx, 'plugin.read');
  if (!scope.ok) return scope;
  const all = await known(ctx);
  return ok({ safeMode: host.loaded.some(isLeftOut), items: [...ctx.registry.plugins.keys()].map((id) => viewOf(ctx, host, all, id)) });
};

/** One plugin as it stands in the tenant. */
export const getPlugin = async (ctx: Ctx, host: PluginHost, id: string): Promise<Result<PluginView, Forbidden | UnknownHere>> => {
  const scope = permit(ctx, 'plugin.read');
  if (!scope.ok) return scope;
  return ctx.registry.plugins.has(id) ? ok(viewOf(ctx, host, await known(ctx), id)) : fail({ kind: 'unknown-plugin', plugin: id, known: [...ctx.registry.plugins.keys()] });
};

/** How a change of a plugin, or a rehearsal, stands. */
export const getPluginChange = async (ctx: Ctx, { plugin, change }: { plugin: string; change: string }): Promise<Result<ChangeView, Forbidden | UnknownChange>> => {
  const scope = permit(ctx, 'plugin.read');
  if (!scope.ok) return scope;
  const found = isUuid(change) ? await pluginChangeById(ctx.db, change) : undefined;
  return found?.plugin === plugin ? ok(changeView(found)) : fail({ kind: 'unknown-plugin-change', change });
};

/** What a removed plugin had in its tables. Each download is recorded. */
export const downloadPluginTables = async (
  ctx: Ctx, store: FileStore, { plugin, change }: { plugin: string; change: string },
): Promise<Result<{ name: string; mediaType: string; size: number; content: Readable }, Forbidden | UnknownChange>> => {
  const scope = permitWhole(ctx, 'plugin.manage');
  if (!scope.ok) return scope;
  const found = isUuid(change) ? await pluginChangeById(ctx.db, change) : undefined;
  const file = found?.plugin === plugin && found.file !== null ? await fileById(ctx.db, found.file) : undefined;
  if (!file) return fail({ kind: 'unknown-plugin-change', change });
  const content = await store.read(ctx.tenant.id, file.id);
  await ctx.write((_, record) => record({ act: 'plugin.tables-downloaded', subject: { kind: 'plugin' }, after: { plugin, change, file: file.id, sha256: file.sha256 } }));
  return ok({ name: file.originalName, mediaType: file.mediaType, size: file.size, content });
};
