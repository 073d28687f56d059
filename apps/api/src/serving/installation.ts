import type { Auth } from '@saubac/auth/context';
import { sessionReader, type SessionReader } from '@saubac/auth/sessions';
import { heldRoles } from '@saubac/db/access';
import type { Serving } from '@saubac/db/cluster';
import type { Tenant, TenantHandle } from '@saubac/db/tenancy';
import type { Access } from '@saubac/domain/access';
import type { IsoDate, UserId } from '@saubac/domain/values';
import type { Registry } from '@saubac/plugin-api';
import { tenantRegistry, type LoadedPlugin } from '@saubac/plugin-host';
import { remembered } from './remembered.ts';

/** What the server serves: its database and accounts, and what it remembers of tenants for some seconds. */
export type Installation = {
  auth: Auth;
  sessions: SessionReader;
  /** The tenant of a short name, or of a former one; undefined also for one that is archived. */
  tenant: (slug: string) => Promise<Tenant | undefined>;
  openTenant: (tenant: Tenant) => Promise<TenantHandle>;
  /** What a user may do in a tenant on a day. */
  accessOf: (handle: TenantHandle, user: UserId, today: IsoDate) => Promise<Access>;
  /** What plugins bring to a tenant. */
  registryOf: (handle: TenantHandle, today: IsoDate) => Promise<Registry>;
  now: () => Date;
  close: () => Promise<void>;
};

export type InstallationParts = { serving: Serving; auth: Auth; plugins: readonly LoadedPlugin[]; now?: () => Date };

const maxAgeMs = 5_000;

/**
 * Puts together what is served. Tenants, roles and plugins are remembered for five seconds, and forgotten at once when this process or
 * another one tells that they changed; while nothing is heard of other processes, nothing is remembered.
 */
export const createInstallation = ({ serving, auth, plugins, now = () => new Date() }: InstallationParts): Installation => {
  const mayRemember = (): boolean => auth.access.listening();
  const tenants = remembered<{ tenant: Tenant | undefined }>({ maxAgeMs, most: 1_000, mayRemember });
  const access = remembered<Access>({ maxAgeMs, most: 20_000, mayRemember });
  const registries = remembered<Registry>({ maxAgeMs, most: 1_000, mayRemember });
  const sessions = sessionReader(auth);
  const unsubscribe = auth.access.subscribe((notice) => {
    const about = (id: string) => (key: string) => notice === 'everything' || key.includes(id);
    if (notice === 'everything' || 'tenant' in notice) {
      const id = notice === 'everything' ? '' : notice.tenant;
      for (const cache of [access, registries]) cache.forget(about(id));
      tenants.forget(() => true);
    } else if ('user' in notice) access.forget(about(notice.user));
  });
  return {
    auth,
    sessions,
    now,
    tenant: async (slug) => {
      const { tenant } = await tenants.get(slug, async () => ({ tenant: await serving.findTenant(slug) }));
      return tenant?.status === 'active' ? tenant : undefined;
    },
    openTenant: serving.openTenant,
    accessOf: ({ tenant, db }, user, today) => access.get(`${tenant.id}/${user}/${today}`, async () => ({ kind: 'granted', held: await heldRoles(db, user, today) })),
    registryOf: ({ tenant, db }, today) => registries.get(`${tenant.id}/${today}`, () => tenantRegistry(db, plugins, today)),
    close: async () => {
      unsubscribe();
      sessions.close();
      await auth.access.close();
      await serving.close();
    },
  };
};
