import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openCluster } from '@saubac/db/cluster';
import { loadReference } from '@saubac/db/reference';
import { everything, isoDate, type Result } from '@saubac/domain/values';
import { emptyRegistry } from '@saubac/plugin-api';
import { genericProfile, sampleRoster } from '@saubac/sample';
import { type Ctx, dayInVietnam } from '@saubac/services/context';
import { applySettings } from '@saubac/services/levels';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';
import { sql } from 'drizzle-orm';

const reference = join(import.meta.dirname, '../../../../deploy/reference');

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure).slice(0, 1_000)}`);
  return result.value;
};

/** Works with one tenant of so many made-up people on a throwaway server, loaded through the import, and takes everything away afterwards. */
export const withSampleTenant = async (people: number, work: (ctx: Ctx) => Promise<void>): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'saubac-bench-'));
  const cluster = await openCluster({ dataDir, throwaway: true });
  try {
    await loadReference(cluster, reference);
    got(await cluster.createTenant({ slug: 'bench', name: 'Bench', kind: 'province' }));
    await cluster.withTenant('bench', async ({ db }) => {
      const now = () => new Date();
      const ctx: Ctx = { db, actor: { id: null, label: 'bench' }, scope: everything, registry: emptyRegistry, today: dayInVietnam(now()), now };
      got(await applySettings(ctx, JSON.parse(readFileSync(join(reference, 'default-settings.json'), 'utf8'))));
      const path = join(dataDir, 'roster.xlsx');
      const effectiveDate = isoDate('2026-01-01');
      await writeRosterWorkbook(path, sampleRoster({ profile: genericProfile, people, seed: 7, effective: effectiveDate }));
      got(await importRoster(ctx, { path, effectiveDate }));
      await db.execute(sql`analyze`);
      await work(ctx);
    });
  } finally {
    await cluster.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
