import type { Cluster } from '@saubac/db/cluster';
import { pluginChangeById, type PluginChange } from '@saubac/db/plugins';
import type { Tenant, TenantDb } from '@saubac/db/tenancy';
import { ok, type Result } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import type { FileStore } from '@saubac/services/files';

import type { PluginHost } from '../run/host.ts';
import { askForChange, type AskFailure, type ChangeAsked } from './ask-change.ts';
import { type ChangeView, changeView } from './change-view.ts';
import { runChange } from './run-change.ts';

/** A change that is asked for and made by one process, which holds the credential for it: the command line. The worker finds it done. */
export const changeNow = async (
  ctx: Ctx, host: PluginHost, { cluster, tenant, db, files }: { cluster: Cluster; tenant: Tenant; db: TenantDb; files: FileStore }, asked: ChangeAsked,
): Promise<Result<ChangeView, AskFailure>> => {
  const begun = await askForChange(ctx, host, cluster.vault, asked);
  if (!begun.ok || begun.value.endedAt !== null) return begun;
  await runChange({ cluster, loaded: host.loaded, files, tenant, db, now: ctx.now, complete: () => Promise.resolve() }, begun.value.id);
  return ok(changeView((await pluginChangeById(db, begun.value.id)) as PluginChange));
};
