import { connect } from '@saubac/db/cluster';

import { type BenchRow, benchRow } from '../bench-row.ts';
import type { BenchWorld } from './bench-world.ts';
import { load, type ServerProcess } from './load.ts';

const seconds = 4;

/** Searches by part of a name through the whole product, beside a scan of the folded column that any way without an index comes to. */
export const searchRows = async ({ server, tenants, token, parts }: BenchWorld, ours: ServerProcess, slug: string): Promise<BenchRow[]> => {
  const [tenant] = tenants;
  if (!tenant) throw new Error('No tenant');
  const part = (): string => parts[Math.floor(Math.random() * parts.length)] ?? '';
  const searched = await load(ours.address, 1, seconds, () => ({ path: `/api/t/${slug}/people?limit=50&text=${encodeURIComponent(part())}`, headers: { authorization: `Bearer ${token}` } }));
  const client = connect(server, tenant.login);
  let scans = 0;
  const begun = performance.now();
  while (performance.now() - begun < seconds * 1_000) {
    await client.begin(async (tx) => {
      await tx`set local enable_indexscan = off`;
      await tx`set local enable_bitmapscan = off`;
      await tx`select id, full_name from people where name_search like ${`%${part()}%`} order by name_sort, id limit 50`;
    });
    scans += 1;
  }
  await client.end();
  return [benchRow('search by part of a name, one connection / scan of the folded column', searched.perSecond, (scans * 1_000) / (performance.now() - begun), '/s', 2)];
};
