import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { writeRosterWorkbook } from '@saubac/services/roster';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { ChildOrder } from './import-in-child.ts';

const people = 2_000;
let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let path: string;

function* rows(): Generator<Record<string, string>> {
  for (let i = 0; i < people; i += 1) {
    yield { id_number: String(i).padStart(12, '0'), full_name: `Nguyễn Văn ${i}`, unit_code: 'R', kind: 'Công chức', valid_from: '01/01/2020', training_list: i % 3 ? '' : 'x' };
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-'));
  path = join(folder, 'r.xlsx');
  await writeRosterWorkbook(path, { units: [{ code: 'R', name: 'Tỉnh', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' }], people: rows() });
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const start = () => {
  const { secrets: { key, ...secrets } } = inject('testServer');
  const order: ChildOrder = { server: cluster.server, secrets, key, path };
  return spawn(process.execPath, [join(import.meta.dirname, 'import-in-child.ts'), JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
};

// A server finishes what a killed client had already sent; only then is its word final.
const settled = async (): Promise<void> => {
  const superuser = cluster.superuser();
  for (let left = 1; left > 0; await sleep(50)) {
    const [row] = await superuser<{ busy: number }[]>`select count(*)::int as busy from pg_stat_activity where datname = current_database() and usename like 't\\_%' and state <> 'idle' and pid <> pg_backend_pid()`;
    left = row?.busy ?? 0;
  }
};

const counts = async () => {
  const [row] = await db.execute<Record<string, number>>(sql`
    select (select count(*) from people)::int as people, (select count(*) from assignments)::int as assignments, (select count(*) from language_training_list)::int as listed,
           (select count(*) from units)::int as units, (select count(*) from audit_entries)::int as entries, (select count(*) from audit_details)::int as details`);
  return row;
};

describe('an import that is killed', () => {
  it.each([['while it stages', 'staging', 0], ['soon after', 'staging', 120], ['later', 'staging', 350], ['later still', 'staging', 700]])('leaves all or nothing: %s', async (_, signal, delay) => {
    const child = start();
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (text: Buffer) => void (text.toString().includes(signal) && resolve()));
      child.once('exit', () => resolve());
    });
    await sleep(delay);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await settled();
    const all = { people, assignments: people, listed: Math.ceil(people / 3), units: 1, entries: 1, details: people + 1 };
    const nothing = { people: 0, assignments: 0, listed: 0, units: 0, entries: 0, details: 0 };
    expect([all, nothing]).toContainEqual(await counts());
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('can be done again', async () => {
    const child = start();
    child.stdout.resume();
    await once(child, 'exit');
    expect(await counts()).toMatchObject({ people, entries: 1 });
  });
});
