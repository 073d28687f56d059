import { announceAccess } from '@saubac/db/access';
import { writeWithAudit } from '@saubac/db/audit';
import { listTenantPlugins, saveTenantPlugin, type TenantPlugin } from '@saubac/db/plugins';
import type { TenantDb } from '@saubac/db/tenancy';
import type { PluginFailure } from '@saubac/plugin-api';

/** Who marks: nobody, the product itself. */
const watch = { id: null, label: 'plugin-host' };

/** Marks an enabled plugin as failed in one tenant, with the reason; recorded, and told to every process. A plugin that is not enabled is left alone. */
export const markFailed = (db: TenantDb, tenant: string, input: { plugin: string; failure: PluginFailure; now: Date }): Promise<boolean> =>
  writeWithAudit(db, { actor: watch, now: input.now }, async (tx, record) => {
    const before = (await listTenantPlugins(tx)).find((it) => it.id === input.plugin);
    if (before?.state !== 'enabled') return false;
    const after: TenantPlugin = { ...before, state: 'failed', failures: [input.failure] };
    await saveTenantPlugin(tx, after);
    await record({ act: 'plugin.failed', subject: { kind: 'plugin' }, before: { ...before, config: undefined }, after: { ...after, config: undefined } });
    await announceAccess(tx, tenant);
    return true;
  });

/** A fault as it may be kept and shown: its message without values of queries. */
export const faultMessage = (error: unknown): string => {
  const { name, message } = (error ?? {}) as { name?: string; message?: string };
  return `${name ?? 'Error'}: ${(message ?? String(error)).split('\n')[0] ?? ''}`.slice(0, 300);
};
