import type { TenantHandle } from '@saubac/db/tenancy';
import { type Plugin, tablePrefix } from '@saubac/plugin-api';
import { migrationsOf } from '@saubac/plugin-host';
import { expect, it } from 'vitest';

import type { TestCluster } from '../cluster/index.ts';
import { fromPastVersions } from './past-versions.ts';

/** What migrations must hold where rows stand already: the plugin's sample filled its tables before. */
export const describePastVersions = (given: () => { cluster: TestCluster; here: TenantHandle; plugin: Plugin }): void => {
  it('comes from every past version with the rows that stood there', async ({ annotate }) => {
    const { cluster, here, plugin } = given();
    const [set] = migrationsOf(plugin);
    if (!set) return;
    const brought = await fromPastVersions({ cluster, tenant: here.tenant, set, prefix: tablePrefix(plugin.manifest.id) });
    for (const it of brought) await annotate(`${it.version} ${it.table}: ${it.stood} rows`);
    expect(brought.filter((it) => it.lost > 0)).toEqual([]);
  });
};
