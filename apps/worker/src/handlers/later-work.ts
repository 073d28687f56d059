import { join } from 'node:path';
import { findAccount, isMember } from '@saubac/db/accounts';
import type { UserId } from '@saubac/domain/values';
import { askReports, createPluginHost, isSafeMode, loadPlugins, type LoadedPlugin, type PluginHost, tenantRegistry } from '@saubac/plugin-host';
import type { LaterWork } from '@saubac/services/context';
import { type FileStore, openFileStore } from '@saubac/services/files';
import { coreWorkflows } from '@saubac/services/inbox';
import type { HandlerParts, Job } from './handler.ts';

/** What handlers that do the work of verbs are made of. */
export type VerbParts = HandlerParts & { files: FileStore; plugins: readonly LoadedPlugin[]; host: PluginHost };

const pluginFolder = join(import.meta.dirname, '../../../../plugins');

/** The plugins of this process, ready to work. */
export const pluginHost = async (files: FileStore): Promise<PluginHost> => createPluginHost(await loadPlugins(pluginFolder, { safeMode: isSafeMode(process.env), coreWorkflows }), { files });

/** Opens what the work of verbs needs besides a database. */
export const verbParts = async (parts: HandlerParts): Promise<VerbParts> => {
  const files = await openFileStore(join(parts.dataDir, 'files'));
  const host = await pluginHost(files);
  return { ...parts, files, plugins: host.loaded, host };
};

const mayEnter = ({ registry }: HandlerParts['cluster'], tenant: string) => async (user: UserId): Promise<boolean> =>
  (await findAccount(registry, user))?.status === 'active' && (await isMember(registry, user, tenant));

/** A job as the verbs take it: whoever asked for it acts, with what he may do now. */
export const laterWork = ({ cluster, plugins, host, files }: VerbParts, { tenant, db, signal, complete }: Job): LaterWork & { files: FileStore } => ({
  tenant: { id: tenant.id, slug: tenant.slug },
  db,
  now: () => new Date(),
  registryOn: (today) => tenantRegistry(db, plugins, today, cluster.vault),
  reports: askReports(host),
  mayEnter: mayEnter(cluster, tenant.id),
  signal,
  complete,
  files,
});

/** An id in the payload of a job. */
export const idIn = ({ payload }: Pick<Job, 'payload'>, name: string): string => String(payload[name]);
