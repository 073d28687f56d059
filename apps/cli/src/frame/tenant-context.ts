import { join } from 'node:path';
import { insertPersonReads } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import type { TenantHandle } from '@saubac/db/tenancy';
import { commandLine } from '@saubac/domain/access';
import { fail, type Result } from '@saubac/domain/values';
import { isSafeMode, loadPlugins, tenantRegistry, type LoadedPlugin } from '@saubac/plugin-host';
import { createReadLog, type ReadLog } from '@saubac/services/audit';
import { createCtx, dayInVietnam, type Ctx } from '@saubac/services/context';
import { coreWorkflows } from '@saubac/services/inbox';
import { productRoot, withInstallation } from './installation.ts';
import type { Terminal } from './terminal.ts';

/** Who acts at the command line: whoever runs the installation, who has no account in a tenant and may see all of it. */
export const operator = { id: null, label: 'operator' };

/** The plugins of this installation. */
export const installedPlugins = (): Promise<LoadedPlugin[]> => loadPlugins(join(productRoot, 'plugins'), { safeMode: isSafeMode(process.env), coreWorkflows });

/** Notes whose files a command opens; what can't be written fails the command when it is closed. */
const readLogOf = ({ db }: Pick<TenantHandle, 'db'>): ReadLog =>
  createReadLog({
    // Whose file was opened is noted of an archived tenant too, where nothing else is written.
    write: (_, reads) => db.transaction((tx) => insertPersonReads(tx, reads), { accessMode: 'read write' }),
    onFailure: ({ error }) => {
      throw error instanceof Error ? error : new Error('Too many readings were waiting.');
    },
  });

/** The context of the verbs of one tenant, for the operator, today. */
const operatorContext = async ({ tenant, db }: Pick<TenantHandle, 'tenant' | 'db'>, reads: ReadLog): Promise<Ctx> => {
  const now = (): Date => new Date();
  const today = dayInVietnam(now());
  return createCtx({ tenant, db, actor: operator, access: commandLine, registry: await tenantRegistry(db, await installedPlugins(), today), today, now, reads });
};

export type UnknownTenant = { kind: 'unknown-tenant'; slug: string };

/** Does something in one tenant of an opened installation. */
export const inTenant = async <T, F>(cluster: Cluster, slug: string, work: (ctx: Ctx) => Promise<Result<T, F>>): Promise<Result<T, F | UnknownTenant>> => {
  if (!(await cluster.findTenant(slug))) return fail({ kind: 'unknown-tenant', slug });
  return cluster.withTenant(slug, async (handle) => {
    const reads = readLogOf(handle);
    try {
      return await work(await operatorContext(handle, reads));
    } finally {
      await reads.close();
    }
  });
};

/** Opens the installation, does something in one tenant, and closes it whatever happens. */
export const withTenantContext = <T, F>(env: Terminal['env'], slug: string, work: (ctx: Ctx) => Promise<Result<T, F>>): Promise<Result<T, F | UnknownTenant>> =>
  withInstallation(env, (cluster) => inTenant(cluster, slug, work));
