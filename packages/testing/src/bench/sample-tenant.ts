import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isoDate, type Result } from '@saubac/domain/values';
import { genericProfile, sampleRoster } from '@saubac/sample';
import type { Ctx } from '@saubac/services/context';
import { applySettings } from '@saubac/services/levels';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';

import { withThrowawayCluster } from './throwaway.ts';
import { testCtx } from '../context/index.ts';

const settings = join(import.meta.dirname, '../../../../deploy/reference/default-settings.json');

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure).slice(0, 1_000)}`);
  return result.value;
};

/** Works with one tenant of so many made-up people on a throwaway server, loaded through the import, and takes everything away afterwards. */
export const withSampleTenant = (people: number, work: (ctx: Ctx) => Promise<void>): Promise<void> =>
  withThrowawayCluster(async (cluster, dataDir) => {
    got(await cluster.createTenant({ slug: 'bench', name: 'Bench', kind: 'province' }));
    await cluster.withTenant('bench', async ({ db }) => {
      const ctx = testCtx({ db });
      got(await applySettings(ctx, JSON.parse(readFileSync(settings, 'utf8'))));
      const path = join(dataDir, 'roster.xlsx');
      const effectiveDate = isoDate('2026-01-01');
      await writeRosterWorkbook(path, sampleRoster({ profile: genericProfile, people, seed: 7, effective: effectiveDate }));
      got(await importRoster(ctx, { path, effectiveDate }));
      await work(ctx);
    });
  });
