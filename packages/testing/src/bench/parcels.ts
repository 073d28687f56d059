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
const minute = 60_000;

const inChild = async (order: ParcelOrder): Promise<ParcelAnswer> => {
  const { stdout } = await run(process.execPath, [child, JSON.stringify(order)], { maxBuffer: 10_000_000 });
  return JSON.parse(stdout) as ParcelAnswer;
};

/** Held against a minute: there is no plain way to compare with. */
const againstMinute = (name: string, ms: number): BenchRow => benchRow(`${name} / a minute`, ms, minute, 'ms', 1);

const againstStart = (name: string, { megabytes, before }: ParcelAnswer): BenchRow => benchRow(`peak memory of the ${name} / of the process before it`, megabytes, before, 'MB', 2);

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
      againstMinute('export and import of a tenant', exported.ms + imported.ms),
      againstMinute('export of a tenant', exported.ms),
      againstMinute('import of a tenant', imported.ms),
      againstStart('export of a tenant', exported),
      againstStart('import of a tenant', imported),
    ];
  });
