import type { Auth } from '@saubac/auth/context';
import { sessionReader, type SessionReader } from '@saubac/auth/sessions';
import { heldRoles } from '@saubac/db/access';
import { insertPersonReads } from '@saubac/db/audit';
import type { Serving } from '@saubac/db/cluster';
import { type Tenant, type TenantHandle, withoutValues } from '@saubac/db/tenancy';
import type { Access } from '@saubac/domain/access';
import type { IsoDate, UserId } from '@saubac/domain/values';
import { createPluginHost, type LoadedPlugin, type PluginHost, tenantRegistry } from '@saubac/plugin-host';
import { createReadLog, type ReadLog } from '@saubac/services/audit';
import type { Ctx } from '@saubac/services/context';
import type { FileStore } from '@saubac/services/files';
import type { Logger } from 'pino';
import { createFigures, type Figures } from '@saubac/services/figures';
import { remembered } from './remembered.ts';

/** What the server serves: its database and accounts, and what it remembers of tenants for some seconds. */
export type Installation = {
  auth: Auth;
  sessions: SessionReader;
  /** The tenant of a short name, or of a former one, archived ones too: nobody is let into those. */
  tenant: (slug: string) => Promise<Tenant | undefined>;
  openTenant: (tenant: Tenant) => Promise<TenantHandle>;
  /** What a user may do in a tenant on a day. */
  accessOf: (handle: TenantHandle, user: UserId, today: IsoDate) => Promise<Access>;
  /** What plugins bring to a tenant. */
  registryOf: (handle: TenantHandle, today: IsoDate) => Promise<Ctx['registry']>;
  /** The plugins of this process at work. */
  plugins: PluginHost;
  /** Where it is noted whose file was opened. */
  reads: ReadLog;
  /** Figures that have been worked out, and those that are being worked out. */
  figures: Figures;
  /** Where files are kept. */
  files: FileStore;
  now: () => Date;
  close: () => Promise<void>;
};

export type InstallationParts = { serving: Serving; auth: Auth; plugins: readonly LoadedPlugin[] | PluginHost; files: FileStore; log: Logger; now?: () => Date };

const maxAgeMs = 5_000;

/**
 * Puts together what is served. Tenants, roles and plugins are remembered for five seconds, and forgotten at once when this process or
 * another one tells that they changed; while nothing is heard of other processes, nothing is remembered.
 */
export const createInstallation = ({ serving, auth, plugins: given, files, log, now = () => new Date() }: InstallationParts): Installation => {
  const plugins = 'loaded' in given ? given : createPluginHost(given);
  const mayRemember = (): boolean => auth.access.listening();
  const tenants = remembered<{ tenant: Tenant | undefined }>({ maxAgeMs, most: 1_000, mayRemember });
  const access = remembered<Access>({ maxAgeMs, most: 20_000, mayRemember });
  const registries = remembered<Ctx['registry']>({ maxAgeMs, most: 1_000, mayRemember });
  const sessions = sessionReader(auth);
  const unsubscribe = auth.access.subscribe((notice) => {
    const about = (id: string) => (key: string) => notice === 'everything' || key.includes(id);
    if (notice === 'everything' || 'tenant' in notice) {
      const id = notice === 'everything' ? '' : notice.tenant;
      for (const cache of [access, registries]) cache.forget(about(id));
      tenants.forget(() => true);
    } else if ('user' in notice) access.forget(about(notice.user));
  });
  const reads = createReadLog({
    write: async (slug, waiting) => {
      const tenant = await serving.findTenant(slug);
      if (!tenant) return;
      const handle = await serving.openTenant(tenant);
      try {
        await insertPersonReads(handle.db, waiting);
      } finally {
        handle.release();
      }
    },
    onFailure: ({ tenant, error, lost }) => log.error({ tenant, lost, err: withoutValues(error) }, 'readings not written'),
  });
  return {
    auth,
    sessions,
    plugins,
    reads,
    files,
    figures: createFigures(),
    now,
    tenant: async (slug) => {
      const { tenant } = await tenants.get(slug, async () => ({ tenant: await serving.findTenant(slug) }));
      return tenant?.status === 'creating' ? undefined : tenant;
    },
    openTenant: serving.openTenant,
    accessOf: ({ tenant, db }, user, today) => access.get(`${tenant.id}/${user}/${today}`, async () => ({ kind: 'granted', held: await heldRoles(db, user, today) })),
    registryOf: ({ tenant, db }, today) => registries.get(`${tenant.id}/${today}`, () => tenantRegistry(db, plugins.loaded, today, auth.vault)),
    close: async () => {
      await reads.close();
      unsubscribe();
      sessions.close();
      await auth.access.close();
      await serving.close();
    },
  };
};
