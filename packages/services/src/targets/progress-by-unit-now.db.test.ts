import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heldRoles } from '@saubac/db/access';
import { saveSettings } from '@saubac/db/levels';
import type { TenantDb } from '@saubac/db/tenancy';
import { examplePlan } from '@saubac/domain/plan';
import { isoDate } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { defaultSettings } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { idsOf, today, userOf, world } from '../../test/people-world.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { applyPlan } from '../plans/index.ts';
import { progress, progressByUnit, type UnitsOf } from './index.ts';

let cluster: TestCluster;
let folder: string;
let db: TenantDb;
let operator: Ctx;
let target: string;
const before = isoDate('2025-06-30');

const got = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'units-now-'));
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  operator = testCtx({ db, today });
  await db.transaction((tx) => saveSettings(tx, defaultSettings));
  const unit = (code: string, more: Record<string, string>) => ({ code, name: code, parent_code: 'R', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010', ...more });
  const person = (serial: number, unitCode: string, more: Record<string, string> = {}) => ({ id_number: String(serial).padStart(12, '0'), full_name: `Người ${serial}`, unit_code: unitCode, kind: 'Công chức', valid_from: '01/01/2020', ...more });
  const then = { valid_from: '01/07/2025' };
  await rosterLoader(() => operator, () => folder).written(
    {
      ...world,
      // S was split into A and B; E ended, and nothing followed it.
      units: [...world.units, unit('S', { valid_to: '30/06/2025', succeeded_by: 'A;B', succession_kind: 'Chia tách' }), unit('E', { valid_to: '30/06/2025', succession_kind: 'Giải thể' })],
      people: [
        ...world.people,
        person(21, 'S', { valid_to: '30/06/2025' }), person(21, 'A1', then), person(22, 'S', { valid_to: '30/06/2025' }), person(22, 'B', then), person(23, 'S', { valid_to: '30/06/2025' }), person(24, 'E', { valid_to: '30/06/2025' }), person(24, 'B', then),
      ],
    },
    '2026-01-01',
  );
  got(await applyPlan(operator, { plan: examplePlan, from: isoDate('2020-01-01') }));
  target = got(await progress(operator, { on: before })).find(({ denominator }) => (denominator ?? 0) > 0)?.target ?? '';
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const table = async (ctx: Ctx, units: UnitsOf, unit?: string) => {
  const { total, own, units: rows, unplaced } = got(await progressByUnit(ctx, { on: before, target, units, unit }));
  return { total: total.denominator, own: own?.denominator, rows: Object.fromEntries(rows.map(({ code, progress: it }) => [code, it.denominator])), apart: unplaced && [unplaced.split.denominator, unplaced.ended.denominator] };
};

describe('a target of a day before a reform', () => {
  it('stands under the units of that day, or under those of today that followed them, with the same sums', async () => {
    expect(await table(operator, 'then', 'R')).toEqual({ total: 7, own: 0, rows: { A: 2, B: 1, D: 0, E: 1, S: 3 }, apart: null });
    expect(await table(operator, 'then')).toEqual({ total: 7, own: undefined, rows: { R: 7 }, apart: null });
    // 21 went below A and 22 to B; 23 left, so that no part of S is his.
    expect(await table(operator, 'now')).toEqual({ total: 7, own: undefined, rows: { R: 5 }, apart: [1, 1] });
    expect(await table(operator, 'now', 'R')).toEqual({ total: 5, own: 0, rows: { A: 3, B: 2 }, apart: null });
    expect(await table(operator, 'now', 'A')).toEqual({ total: 3, own: 2, rows: { A1: 1 }, apart: null });
    expect(await progressByUnit(operator, { on: before, target, units: 'now', unit: 'D' })).toEqual({ ok: false, failure: { kind: 'unknown-unit', unit: 'D', on: today } });
  });

  it('shows nobody else to who sees one agency, and no unit of another', async () => {
    const { unit } = await idsOf(db);
    await db.execute(sql`insert into grants (user_id, role, unit_id, line, valid_from) values (${userOf(5)}::uuid, 'agency-officer', ${unit('A')}::uuid, 'uses', '2020-01-01')`);
    const ofA = testCtx({ db, today, actor: { id: userOf(5), label: 'A' }, access: { kind: 'granted', held: await heldRoles(db, userOf(5), today) } });
    const [then, now] = [await table(ofA, 'then'), await table(ofA, 'now')];
    expect(then.total).toBe(2);
    expect(now).toEqual({ total: 2, own: undefined, rows: { A: 2 }, apart: [0, 0] });
    expect(await progressByUnit(ofA, { on: before, target, units: 'now', unit: 'B' })).toMatchObject({ ok: false, failure: { kind: 'unknown-unit' } });
    const elsewhere = testCtx({ db: (await cluster.openTenant('beta')).db, today });
    expect(await progressByUnit(elsewhere, { on: before, target, units: 'now' })).toMatchObject({ ok: false });
  });
});
