import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { moveUnitChange } from '@saubac/db/unit-changes';
import { isoDate } from '@saubac/domain/values';
import { cancelUnitChange, commitUnitChange, commitLater, failUnitChange, getUnitChange, listChangeFindings, prepareUnitChange, previewLater, previewUnitChange } from '@saubac/services/unit-changes';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { Ctx } from '@saubac/services/context';
import type { ChangeOrder } from './change-in-child.ts';
import { laterWork } from './later-work.ts';
import { rosterLoader } from './roster-loader.ts';

const people = 3_200;
const on = isoDate('2026-07-01');
let cluster: TestCluster;
let db: TenantDb;
let ctx: Ctx;
let folder: string;
let change: string;

const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-change-'));
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  ctx = testCtx({ db, today: isoDate('2026-03-01') });
  await rosterLoader(() => ctx, () => folder).written(
    { units: [unit('R', ''), unit('A', 'R'), unit('B', 'R')], people: Array.from({ length: people }, (_, i) => ({ id_number: String(i).padStart(12, '0'), full_name: `Nguyễn Văn ${i}`, unit_code: 'A', kind: 'Công chức', valid_from: '01/01/2020' })) },
    '2026-01-01',
  );
  const prepared = await prepareUnitChange(ctx, { title: 'Sáp nhập', on, operations: [{ row: 1, on, op: 'merge', units: ['A'], into: 'B' }], moves: [] });
  if (!prepared.ok) throw new Error(prepared.failure.kind);
  change = prepared.value.id;
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const work = (more: Partial<Parameters<typeof laterWork>[0]> = {}) => laterWork({ db, files: undefined as never, ...more });
const stateNow = async () => {
  const it = await getUnitChange(ctx, change);
  return it.ok ? it.value : undefined;
};

const start = () => {
  const { secrets: { key, ...secrets } } = inject('testServer');
  const order: ChangeOrder = { server: cluster.server, secrets, key, change };
  return spawn(process.execPath, [join(import.meta.dirname, 'change-in-child.ts'), JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
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
  const [row] = await db.execute<Record<string, number | string>>(sql`
    select c.state, (select count(*) from assignments)::int as assignments, (select count(*) from unit_successions)::int as successions, (select count(*) from unit_change_effects)::int as effects,
           (select count(*) from audit_entries where act = 'unit-change.committed')::int as entries, (select count(*) from audit_details d join audit_entries e on e.id = d.entry_id where e.act = 'unit-change.committed')::int as details
    from unit_changes c where c.id = ${change}::uuid`);
  return row;
};

describe('a large change of units', () => {
  it('is previewed later, its progress told, and stopped when somebody says so', async () => {
    const asked = await previewUnitChange(ctx, change, 'later');
    expect(asked).toMatchObject({ ok: true, value: { state: 'previewing' } });
    expect(await cancelUnitChange(ctx, change)).toMatchObject({ ok: true, value: { state: 'draft' } });
    await previewLater(work(), change);
    expect((await stateNow())?.state).toBe('draft');
    await previewUnitChange(ctx, change, 'later');
    await failUnitChange(db, change);
    expect(await stateNow()).toMatchObject({ state: 'draft', failure: { kind: 'unit-change-failed' } });
    await previewUnitChange(ctx, change, 'later');
    await previewLater(work(), change);
    await previewLater(work(), change);
    expect(await stateNow()).toMatchObject({ state: 'previewed', preview: { people } });
    expect(await listChangeFindings(ctx, { id: change, list: 'people', limit: 5 })).toMatchObject({ ok: true, value: { next: 5 } });
  });

  it('is committed later by who agreed to it, as long as he still may', async () => {
    const { version } = (await stateNow())!;
    expect(await commitUnitChange(ctx, { id: change, version }, 'later')).toMatchObject({ ok: true, value: { state: 'committing' } });
    await db.execute(sql`update unit_changes set committed_by = '00000000-0000-7000-9000-000000000001' where id = ${change}::uuid`);
    await commitLater(work(), change);
    expect(await stateNow()).toMatchObject({ state: 'previewed', committed: null, failure: { kind: 'forbidden', permission: 'unit.commit' } });
  });

  it.each([40, 150, 300, 450, 600, 800])('that is killed after %d ms leaves all or nothing', async (delay) => {
    await moveUnitChange(db, change, { from: ['previewed'], to: 'committing' });
    const child = start();
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (text: Buffer) => void (text.toString().includes('begun') && resolve()));
      child.once('exit', () => resolve());
    });
    await sleep(delay);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await settled();
    const nothing = { state: 'committing', assignments: people, successions: 0, effects: 0, entries: 0, details: 0 };
    const all = { state: 'committed', assignments: 2 * people, successions: 1, effects: 2 * people + 2, entries: 1, details: people + 1 };
    expect([nothing, all]).toContainEqual(await counts());
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('is written once however often it is done again', async () => {
    await commitLater(work(), change);
    await commitLater(work(), change);
    expect(await counts()).toMatchObject({ state: 'committed', assignments: 2 * people, entries: 1 });
  });
});
