import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '@saubac/db/audit';
import { rewriteCertificateLevels } from '@saubac/db/levels';
import type { TenantDb } from '@saubac/db/tenancy';
import { compareTables, type TableContent } from '@saubac/domain/parcels';
import { tenantContents } from '@saubac/services/parcels';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { leftovers, type Operation, operations, type Scene } from './killed/operations.ts';
import { prepareScene } from './killed/prepare-scene.ts';
import type { Order } from './killed/run-operation.ts';

/** At so many moments each operation is killed, one in each part of its time; KILL_MOMENTS=… for more, KILL_SEED=… for the same again. */
const moments = Number(process.env['KILL_MOMENTS'] ?? 2);
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

const randomOf = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};
const random = randomOf(seed);

let prepared: TestCluster;
let folder: string;
let given: Omit<Scene, 'cluster' | 'folder'>;
let before: TableContent[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
  prepared = await cloneDatabase();
  given = await prepareScene(prepared, folder);
  before = await tenantContents(prepared, (await prepared.findTenant('alpha'))!);
});
afterAll(async () => {
  waiting?.kill('SIGKILL');
  await prepared.close();
  rmSync(folder, { recursive: true, force: true });
});

type Child = ChildProcessByStdio<Writable, Readable, null>;

const spawnChild = (): Child => spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, 'killed/run-operation.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });

// One is always starting while the one before is looked at: what a process needs to start is no moment of an operation.
let waiting: Child | undefined;
const readyChild = async (): Promise<{ child: Child; lines: AsyncIterator<string> }> => {
  const child = waiting ?? spawnChild();
  waiting = spawnChild();
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return { child, lines };
};

const orderOf = (operation: string, { server }: TestCluster, scene: Scene): string => {
  const { secrets: { key, ...secrets } } = inject('testServer');
  const { cluster: _cluster, ...rest } = scene;
  return `${JSON.stringify({ operation, server, secrets, key, scene: rest } satisfies Order)}\n`;
};

const inScene = async <T>(work: (cluster: TestCluster, scene: Scene) => Promise<T>): Promise<T> => {
  const cluster = await cloneDatabase(prepared);
  try {
    return await work(cluster, { ...given, cluster, folder: mkdtempSync(join(folder, 'scene-')) });
  } finally {
    await cluster.close();
  }
};

// A server finishes what a killed client had already sent; only then is its word final.
const settled = async (cluster: TestCluster): Promise<void> => {
  const superuser = cluster.superuser();
  for (let left = 1; left > 0; ) {
    const [row] = await superuser<{ busy: number }[]>`
      select count(*)::int as busy from pg_stat_activity
      where datname = current_database() and (usename like 't\\_%' or usename = ${cluster.roles.provisioner}) and state <> 'idle' and pid <> pg_backend_pid()`;
    left = row?.busy ?? 0;
    if (left > 0) await sleep(20);
  }
};

const contentsNow = async (cluster: TestCluster): Promise<TableContent[]> => tenantContents(cluster, (await cluster.findTenant('alpha'))!);
const countsBut = (contents: readonly TableContent[], tables: readonly string[]): Record<string, number> =>
  Object.fromEntries(contents.filter(({ name }) => !tables.includes(name)).map(({ name, rows }) => [name, rows]));

/** The rows that say two things of one day: main posts, lines and lists of people, versions of units. */
const overlaps = async (db: TenantDb): Promise<unknown[]> => {
  const twice = (table: string, key: string, only = 'true') =>
    `select '${table}' as it from ${table} a join ${table} b on a.id < b.id and (${key.split(',').map((it) => `a.${it} = b.${it}`).join(' and ')}) and a.valid_from < b.valid_to and b.valid_from < a.valid_to where ${only}`;
  const queries = [
    twice('assignments', 'person_id', 'a.main and b.main'),
    twice('unit_lines', 'unit_id,line'),
    twice('planned_posts', 'person_id'),
    twice('language_training_list', 'person_id'),
    `select 'unit_versions' as it from unit_versions a join unit_versions b on a.id < b.id and a.unit_id = b.unit_id and a.valid && b.valid`,
  ];
  return [...(await db.execute(sql.raw(queries.join(' union all '))))];
};

/** How many rows of levels would be written or removed if all were worked out anew. */
const levelsToMend = (db: TenantDb): Promise<number> =>
  db
    .transaction(async (tx): Promise<number> => {
      const { certificates, written, removed } = await rewriteCertificateLevels(tx, 'all');
      expect(certificates).toBeGreaterThan(0);
      throw Object.assign(new Error('undo'), { found: written + removed });
    })
    .catch((error: Error & { found?: number }) => {
      if (error.found === undefined) throw error;
      return error.found;
    });

const isConsistent = (cluster: TestCluster): Promise<void> =>
  cluster.withTenant('alpha', async ({ db }) => {
    expect((await verifyChain(db)).faults).toEqual([]);
    expect(await levelsToMend(db)).toBe(0);
    expect(await overlaps(db)).toEqual([]);
  });

/** What an operation comes to when nobody kills it: how long it takes, and how many rows there are then. */
const measure = (name: string, { mayTouch }: Operation) =>
  inScene(async (cluster, scene) => {
    const { child, lines } = await readyChild();
    child.stdin.write(orderOf(name, cluster, scene));
    const line = String((await lines.next()).value);
    if (!line.startsWith('done')) throw new Error(`${name} did not come to an end`);
    if (child.exitCode === null) await once(child, 'exit');
    return { ms: Number(line.split(' ')[1]), counts: countsBut(await contentsNow(cluster), mayTouch) };
  });

describe.each(Object.entries(operations))(`%s that is killed (seed ${seed})`, (name, operation) => {
  let whole: Awaited<ReturnType<typeof measure>>;
  beforeAll(async () => {
    whole = await measure(name, operation);
  });

  it.each(Array.from({ length: moments }, (_, at) => (at + random()) / moments))('after this part of its time leaves all or nothing, and can be done again: %f', (part) =>
    inScene(async (cluster, scene) => {
      const { child } = await readyChild();
      child.stdin.write(orderOf(name, cluster, scene));
      await sleep(part * whole.ms);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await settled(cluster);

      const now = await contentsNow(cluster);
      const changed = compareTables(before, now).map(({ table }) => table).filter((it) => !operation.mayTouch.includes(it));
      if (changed.length > 0) expect(countsBut(now, operation.mayTouch)).toEqual(whole.counts);
      expect(['nothing', 'all']).toContain((await operation.outside?.(scene)) ?? 'nothing');
      await isConsistent(cluster);

      await operation.run(scene);
      expect(countsBut(await contentsNow(cluster), operation.mayTouch)).toEqual(whole.counts);
      expect((await operation.outside?.(scene)) ?? 'all').toBe('all');
      expect(leftovers(scene)).toEqual([]);
      await isConsistent(cluster);
    }),
  );
});
