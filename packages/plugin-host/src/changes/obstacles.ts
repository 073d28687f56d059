import { openCasesOf, plansUsing, type TenantPlugin, type Told } from '@saubac/db/plugins';
import type { TenantSql } from '@saubac/db/tenancy';
import type { IsoDate } from '@saubac/domain/values';

import type { LoadedPlugin } from '../load-plugins.ts';

/** What keeps a plugin from being switched off: plans in force today or later that name its facts. */
export const obstaclesToDisabling = async (db: TenantSql, plugin: string, row: TenantPlugin | undefined, today: IsoDate): Promise<Told[]> => {
  if (!row || row.state === 'disabled') return [{ kind: 'plugin-not-enabled', plugin }];
  const uses = await plansUsing(db, plugin, today);
  return uses.length > 0 ? [{ kind: 'plugin-in-use', plugin, uses }] : [];
};

const ownWorkflows = (loaded: LoadedPlugin | undefined): string[] => (loaded?.plugin?.workflows ?? []).flatMap((it) => ('workflow' in it ? [it.workflow.id] : []));

/** What keeps a plugin from being removed: it is enabled still, a plan names its facts, or cases of its workflows are open. */
export const obstaclesToRemoving = async (db: TenantSql, plugin: string, row: TenantPlugin | undefined, loaded: LoadedPlugin | undefined, today: IsoDate): Promise<Told[]> => {
  if (!row) return [{ kind: 'plugin-not-enabled', plugin }];
  const uses = await plansUsing(db, plugin, today);
  const open = await openCasesOf(db, ownWorkflows(loaded));
  return [
    ...(row.state === 'enabled' ? [{ kind: 'plugin-still-enabled', plugin }] : []),
    ...(uses.length > 0 ? [{ kind: 'plugin-in-use', plugin, uses }] : []),
    ...(open > 0 ? [{ kind: 'plugin-cases-open', plugin, open }] : []),
  ];
};
