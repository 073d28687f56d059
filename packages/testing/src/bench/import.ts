import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Cluster } from '@saubac/db/cluster';

import { type BenchRow, benchRow } from './bench-row.ts';
import type { ChildAnswer, ChildOrder } from './import-child.ts';
import { writeClean, writeDirty } from './import-files.ts';
import { withThrowawayCluster } from './throwaway.ts';

const child = join(import.meta.dirname, 'import-child.ts');
const run = promisify(execFile);
const rounds = 3;

const inChild = async (order: ChildOrder): Promise<ChildAnswer> => {
  const { stdout } = await run(process.execPath, [child, JSON.stringify(order)], { maxBuffer: 10_000_000 });
  return JSON.parse(stdout) as ChildAnswer;
};

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const largest = (values: readonly number[]): number => Math.max(...values);

// A tenant of its own for each import, which takes everybody as new.
const intoNewTenant = async (cluster: Cluster, tenant: string, order: Omit<ChildOrder, 'tenant' | 'server'>): Promise<ChildAnswer> => {
  const created = await cluster.createTenant({ slug: tenant, name: tenant, kind: 'province' });
  if (!created.ok) throw new Error(`Not created: ${JSON.stringify(created.failure)}`);
  return inChild({ ...order, tenant, server: cluster.server });
};

/** The import of a workbook as people write them against that of the template, for the same people: in tenants of their own, by turns, medians. */
const dirtyBench = async (cluster: Cluster, dataDir: string, { path, people }: { path: string; people: number }): Promise<BenchRow> => {
  const dirty = join(dataDir, 'dirty.xlsx');
  await writeDirty(dirty, people);
  const answers: Record<'clean' | 'dirty', ChildAnswer[]> = { clean: [], dirty: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of round % 2 === 0 ? (['clean', 'dirty'] as const) : (['dirty', 'clean'] as const)) {
      answers[way].push(await intoNewTenant(cluster, `${way}-${round}`, { way: 'ours', path: way === 'clean' ? path : dirty, dataDir }));
    }
  }
  const taken = new Set([...answers.clean, ...answers.dirty].map(({ changed }) => changed));
  if (taken.size !== 1) throw new Error(`Not the same people: ${[...taken].join()}`);
  return benchRow('dirty import / clean import of the same people', middle(answers.dirty.map(({ ms }) => ms)), middle(answers.clean.map(({ ms }) => ms)), 'ms', 2);
};

/**
 * The import of 65,000 people from a workbook with shared strings against hucre, COPY and a merge of the same file: first time and
 * unchanged, each in a process of its own, by turns, medians.
 */
export const importBench = (people = 65_000): Promise<BenchRow[]> =>
  withThrowawayCluster(async (cluster, dataDir) => {
    const path = join(dataDir, 'shared.xlsx');
    await writeClean(path, people);
    const dirty = await dirtyBench(cluster, dataDir, { path, people });
    const answers: Record<'ours' | 'plain', { first: ChildAnswer[]; again: ChildAnswer[] }> = { ours: { first: [], again: [] }, plain: { first: [], again: [] } };
    for (let round = 0; round < rounds; round += 1) {
      for (const way of round % 2 === 0 ? (['ours', 'plain'] as const) : (['plain', 'ours'] as const)) {
        const tenant = `${way}-${round}`;
        answers[way].first.push(await intoNewTenant(cluster, tenant, { way, path, dataDir }));
        answers[way].again.push(await inChild({ way, tenant, path, dataDir, server: cluster.server }));
      }
    }
    const row = (name: string, of: 'first' | 'again') =>
      benchRow(name, middle(answers.ours[of].map(({ ms }) => ms)), middle(answers.plain[of].map(({ ms }) => ms)), 'ms', 2);
    if (answers.ours.again.some(({ changed }) => changed > 0) || answers.plain.again.some(({ changed }) => changed > 0)) throw new Error('The unchanged file changed something');
    const memory = (way: 'ours' | 'plain') => largest([...answers[way].first, ...answers[way].again].map(({ megabytes }) => megabytes));
    return [
      row('xlsx import / hucre + COPY + merge, first time', 'first'),
      row('xlsx import / hucre + COPY + merge, unchanged', 'again'),
      benchRow('peak memory of the import', memory('ours'), memory('plain'), 'MB', 2),
      dirty,
    ];
  });
