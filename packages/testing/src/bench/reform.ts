import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isoDate } from '@saubac/domain/values';
import { readProfile } from '@saubac/sample';

import { testCtx } from '../context/index.ts';
import { loadAfterReform, replayReform, stateOn } from '../reform/index.ts';
import { withThrowawayCluster } from './throwaway.ts';

const deploy = join(import.meta.dirname, '../../../../deploy');
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(deploy, ...path), 'utf8'));

/** Seconds of the reform of one sample tenant, from its file to its commit, and whether the tenant then stands as when it is loaded the other way. */
export type ReformRow = { tenant: number; people: number; operations: number; moved: number; prepared: number; previewed: number; committed: number; same: boolean };

/** Replays the reform of every sample tenant at a size each, on a throwaway server. Told by seconds: there is no plain way to hold it against. */
export const reformBench = async (sizes: readonly number[]): Promise<ReformRow[]> => {
  const rows: ReformRow[] = [];
  for (const [index, slug] of readdirSync(join(deploy, 'tenants')).toSorted().entries()) {
    const profile = readProfile(json('tenants', slug, 'sample.json'));
    const people = sizes[index] ?? sizes[0] ?? 30_000;
    if (!profile.ok) throw new Error('A profile can not be read.');
    rows.push(
      await withThrowawayCluster(async (cluster, folder) => {
        for (const name of ['replayed', 'loaded']) await cluster.createTenant({ slug: name, name, kind: 'province' });
        const order = { profile: profile.value, people, seed: 7, plan: json('tenants', slug, 'plan.json'), settings: json('reference', 'default-settings.json'), folder };
        const days = ['2025-06-30', '2025-12-31'].map(isoDate);
        const done = await cluster.withTenant('replayed', async ({ db }) => {
          const ctx = testCtx({ db });
          const { change, seconds } = await replayReform(ctx, order);
          const states = await Promise.all(days.map((day) => stateOn(ctx, day)));
          return { change, seconds, states: JSON.stringify(states) };
        });
        const states = await cluster.withTenant('loaded', async ({ db }) => {
          const ctx = testCtx({ db });
          await loadAfterReform(ctx, order);
          return JSON.stringify(await Promise.all(days.map((day) => stateOn(ctx, day))));
        });
        const { prepared, previewed, committed } = done.seconds;
        return { tenant: index + 1, people, operations: done.change.operations.length, moved: done.change.preview?.people ?? 0, prepared, previewed, committed, same: states === done.states };
      }),
    );
  }
  return rows;
};
