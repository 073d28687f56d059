import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Cluster, openCluster } from '@saubac/db/cluster';
import { loadReference } from '@saubac/db/reference';

const reference = join(import.meta.dirname, '../../../../deploy/reference');

/** Works with a throwaway server that has the reference data and no tenant, and takes it away again, wherever its files had to be put. */
export const withThrowawayCluster = async <T>(work: (cluster: Cluster, dataDir: string) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'saubac-bench-'));
  const cluster = await openCluster({ dataDir, throwaway: true });
  try {
    await loadReference(cluster, reference);
    return await work(cluster, dataDir);
  } finally {
    await cluster.close();
    const note = join(dataDir, 'postgres-folder');
    if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
};
