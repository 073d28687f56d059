import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { genericProfile, sampleRoster } from '@saubac/sample';
import { isoDate } from '@saubac/domain/values';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';

import { type BenchRow, benchRow } from './bench-row.ts';
import type { ParcelAnswer, ParcelOrder } from './parcel-child.ts';
import { withThrowawayCluster } from './throwaway.ts';
import { testCtx } from '../context/index.ts';

const child = join(import.meta.dirname, 'parcel-child.ts');
const run = promisify(execFile);
/** What a minute leaves, and what a small machine has. */
const limits = { ms: 60_000, megabytes: 300 };

const inChild = async (order: ParcelOrder): Promise<ParcelAnswer> => {
  const { stdout } = await run(process.execPath, [child, JSON.stringify(order)], { maxBuffer: 10_000_000 });
  return JSON.parse(stdout) as ParcelAnswer;
};

/** A line that is held against a limit of its own: there is no plain way to compare with. */
const against = (name: string, ours: number, plain: number, unit: BenchRow['unit']): BenchRow => benchRow(name, ours, plain, unit, 1);

/** A tenant of so many people written as a parcel and made anew of it, each in a process of its own: how long it takes, and the most memory. */
export const parcelBench = (people = 65_000): Promise<BenchRow[]> =>
  withThrowawayCluster(async (cluster, dataDir) => {
    const created = await cluster.createTenant({ slug: 'bench', name: 'Bench', kind: 'province' });
    if (!created.ok) throw new Error(JSON.stringify(created.failure));
    await cluster.withTenant('bench', async ({ db }) => {
      const path = join(dataDir, 'roster.xlsx');
      const effectiveDate = isoDate('2026-01-01');
      await writeRosterWorkbook(path, sampleRoster({ profile: genericProfile, people, seed: 7, effective: effectiveDate }));
      const loaded = await importRoster(testCtx({ db }), { path, effectiveDate });
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure).slice(0, 1_000));
    });
    const out = join(dataDir, 'parcel');
    const exported = await inChild({ way: 'export', dataDir, server: cluster.server, out });
    const imported = await inChild({ way: 'import', dataDir, server: cluster.server, out });
    return [
      against('export and import of a tenant / a minute', exported.ms + imported.ms, limits.ms, 'ms'),
      against('export of a tenant / a minute', exported.ms, limits.ms, 'ms'),
      against('import of a tenant / a minute', imported.ms, limits.ms, 'ms'),
      against('peak memory of the export / 300 MB', exported.megabytes, limits.megabytes, 'MB'),
      against('peak memory of the import / 300 MB', imported.megabytes, limits.megabytes, 'MB'),
    ];
  });
