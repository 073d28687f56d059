// One import in a process of its own, so that its peak memory is its own: `ours` through the verb, `plain` as hucre, COPY and a merge.
import { openParts, roleNames, secretsIn, type Server } from '@saubac/db/cluster';
import { isoDate } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { importRoster } from '@saubac/services/roster';

import { plainImport } from './plain-import.ts';
import { testCtx } from '../context/index.ts';

export type ChildOrder = { way: 'ours' | 'plain'; tenant: string; path: string; dataDir: string; server: Server };
export type ChildAnswer = { ms: number; megabytes: number; changed: number };

const ours = async (ctx: Ctx, path: string): Promise<number> => {
  const result = await importRoster(ctx, { path, effectiveDate: ctx.today });
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure).slice(0, 500)}`);
  const { new: added, changed } = result.value.preview.counts.people;
  return added + changed;
};

const order = JSON.parse(process.argv[2]!) as ChildOrder;
const cluster = await openParts({ server: order.server, secrets: secretsIn(order.dataDir), roles: roleNames() });
await cluster.withTenant(order.tenant, async ({ db }) => {
  const ctx = testCtx({ db, today: isoDate('2026-01-01') });
  await db.execute('select 1');
  const begun = performance.now();
  const changed = order.way === 'ours' ? await ours(ctx, order.path) : await plainImport(db, order.path);
  const answer: ChildAnswer = { ms: performance.now() - begun, megabytes: process.resourceUsage().maxRSS / 1024, changed };
  process.stdout.write(JSON.stringify(answer));
});
await cluster.close();
