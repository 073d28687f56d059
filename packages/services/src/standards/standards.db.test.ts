import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import { examplePlan } from '@saubac/domain/plan';
import { isoDate } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callerOf, idsOf, today, world } from '../../test/people-world.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { applySettings } from '../levels/index.ts';
import { applyPlan } from '../plans/index.ts';
import { type GapsPage, listStandardGaps, requiredOf } from './index.ts';

let cluster: TestCluster;
let folder: string;
let db: TenantDb;
let operator: Ctx;
let ids: Awaited<ReturnType<typeof idsOf>>;

const more = Array.from({ length: 5 }, (_, i) => ({ id_number: String(20 + i).padStart(12, '0'), full_name: `Vũ Văn ${'ABCDE'[i]}`, unit_code: 'A', post_code: 'P1', kind: 'Cán bộ', valid_from: '01/01/2020' }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standards-'));
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  operator = testCtx({ db, today });
  await applySettings(operator, JSON.parse(readFileSync(join(import.meta.dirname, '../../../../deploy/reference/default-settings.json'), 'utf8')));
  await rosterLoader(() => operator, () => folder).written({ ...world, people: [...world.people, ...more] }, '2026-01-01');
  expect(await applyPlan(operator, { plan: examplePlan, from: isoDate(examplePlan.period.from) })).toMatchObject({ ok: true });
  ids = await idsOf(db);
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const gapNames = async (ctx: Ctx, limit: number): Promise<string[]> => {
  const found: string[] = [];
  let after: GapsPage['next'] = null;
  do {
    const page = await listStandardGaps(ctx, { on: today, after, limit });
    if (!page.ok) throw new Error(page.failure.kind);
    found.push(...page.value.gaps.map((it) => it.fullName));
    after = page.value.next;
  } while (after);
  return found;
};

describe('who falls short of his post', () => {
  const all = ['Vũ Văn A', 'Vũ Văn B', 'Vũ Văn C', 'Vũ Văn D', 'Vũ Văn E', 'Trần Thị Hoa'];

  it.each([1, 2, 4, 50])('is one list in name order, in pages of %i', async (limit) => {
    expect(await gapNames(operator, limit)).toEqual(all);
  });

  it('is told to an agency of its own people only', async () => {
    expect(await gapNames(callerOf(db, 'agency-officer', [ids.unit('A')]), 2)).toEqual(all.slice(0, 5));
    expect(await gapNames(callerOf(db, 'agency-officer', [ids.unit('B')]), 2)).toEqual(['Trần Thị Hoa']);
  });
});

describe('what is required of a person', () => {
  it('is the level of each of his posts, with the one he has proved', async () => {
    expect(await requiredOf(operator, { person: ids.person(1) })).toMatchObject({ ok: true, value: [{ unitCode: 'A', language: 'en', required: 3, held: 4, met: true }] });
    expect(await requiredOf(operator, { person: ids.person(3) })).toMatchObject({ ok: true, value: [{ required: 3, held: null, met: false }] });
    expect(await requiredOf(operator, { person: ids.person(2) })).toEqual({ ok: true, value: [] });
  });

  it('is not told of somebody outside the scope or of another tenant', async () => {
    const unknown = { ok: false, failure: { kind: 'unknown-person', on: today } };
    expect(await requiredOf(callerOf(db, 'agency-officer', [ids.unit('B')]), { person: ids.person(1) })).toEqual(unknown);
    expect(await requiredOf(testCtx({ db: (await cluster.openTenant('beta')).db, today }), { person: ids.person(1) })).toEqual(unknown);
  });
});
