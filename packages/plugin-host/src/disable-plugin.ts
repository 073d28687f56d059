import { writeWithAudit } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import { type FactUse, listTenantPlugins, plansUsing, saveTenantPlugin, type TenantPlugin } from '@saubac/db/plugins';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { ByWhom } from './enable-plugin.ts';

export type DisableFailure = { kind: 'plugin-not-enabled'; plugin: string } | { kind: 'plugin-in-use'; plugin: string; uses: FactUse[] };

/**
 * Switches a plugin off in one tenant, at once and with audit; its tables and their rows stay. Refused while a plan in force today or
 * later names one of its facts: the plan's targets would have no answer any more.
 */
export const disablePlugin = (cluster: Cluster, input: { slug: string; plugin: string }, by: ByWhom): Promise<Result<TenantPlugin, DisableFailure>> =>
  cluster.withTenant(input.slug, ({ db }) =>
    writeWithAudit(db, by.write, async (tx, record) => {
      const before = (await listTenantPlugins(tx)).find((it) => it.id === input.plugin);
      if (!before || before.state === 'disabled') return fail({ kind: 'plugin-not-enabled', plugin: input.plugin });
      const uses = await plansUsing(tx, input.plugin, by.today);
      if (uses.length > 0) return fail({ kind: 'plugin-in-use', plugin: input.plugin, uses });
      const after: TenantPlugin = { ...before, state: 'disabled', failures: [] };
      await saveTenantPlugin(tx, after);
      await record({ act: 'plugin.disabled', subject: { kind: 'plugin' }, before, after });
      return ok(after);
    }),
  );
