import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { rosterTemplate } from '@saubac/domain/people';
import { isoDate } from '@saubac/domain/values';
import { genericProfile, sampleRoster } from '@saubac/sample';
import { writeXlsx } from 'hucre/xlsx';

import { type BenchRow, benchRow } from './bench-row.ts';
import type { ChildAnswer, ChildOrder } from './import-child.ts';
import { withThrowawayCluster } from './throwaway.ts';

const child = join(import.meta.dirname, 'import-child.ts');
const run = promisify(execFile);
const rounds = 3;

type Cells = Readonly<Record<string, string | null | undefined>>;

// One row a person, the post held today: what an agency sends in. Certificates are another matter.
function* presentPosts(people: Iterable<Cells>): Generator<Cells> {
  for (const row of people) if (!row['valid_to'] && !row['concurrent']) yield { ...row, planned_rank: null, training_list: null, language_text: null, leader: row['leader'] === '?' ? null : row['leader'], office_rank: row['office_rank'] === '?' ? null : row['office_rank'] };
}

/** Writes the workbook as Excel does, with shared strings. */
const writeFileOf = async (path: string, people: number): Promise<void> => {
  const sample = sampleRoster({ profile: genericProfile, people, seed: 7, effective: isoDate('2026-01-01') });
  const rows: Record<string, Iterable<Cells>> = { units: sample.units, posts: sample.posts, people: presentPosts(sample.people) };
  const sheets = rosterTemplate.filter(({ key }) => rows[key]).map(({ key, name, columns }) => {
    return { name, rows: [columns.map(({ heading }) => heading), ...[...rows[key]!].map((it) => columns.map((column) => it[column.key] || null))] };
  });
  await writeFile(path, await writeXlsx({ sheets, stringMode: 'shared' }));
};

const inChild = async (order: ChildOrder): Promise<ChildAnswer> => {
  const { stdout } = await run(process.execPath, [child, JSON.stringify(order)], { maxBuffer: 10_000_000 });
  return JSON.parse(stdout) as ChildAnswer;
};

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const largest = (values: readonly number[]): number => Math.max(...values);

/**
 * The import of 65,000 people from a workbook with shared strings against hucre, COPY and a merge of the same file: first time and
 * unchanged, each in a process of its own, by turns, medians.
 */
export const importBench = (people = 65_000): Promise<BenchRow[]> =>
  withThrowawayCluster(async (cluster, dataDir) => {
    const path = join(dataDir, 'shared.xlsx');
    await writeFileOf(path, people);
    const answers: Record<'ours' | 'plain', { first: ChildAnswer[]; again: ChildAnswer[] }> = { ours: { first: [], again: [] }, plain: { first: [], again: [] } };
    for (let round = 0; round < rounds; round += 1) {
      for (const way of round % 2 === 0 ? (['ours', 'plain'] as const) : (['plain', 'ours'] as const)) {
        const tenant = `${way}-${round}`;
        const created = await cluster.createTenant({ slug: tenant, name: tenant, kind: 'province' });
        if (!created.ok) throw new Error(`Not created: ${JSON.stringify(created.failure)}`);
        const order: ChildOrder = { way, tenant, path, dataDir, server: cluster.server };
        answers[way].first.push(await inChild(order));
        answers[way].again.push(await inChild(order));
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
    ];
  });
