import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplePlan } from '@saubac/domain/plan';
import { isoDate } from '@saubac/domain/values';
import { startClose } from '@saubac/services/closes';
import { openFileStore } from '@saubac/services/files';
import { applySettings } from '@saubac/services/levels';
import { exportParcel } from '@saubac/services/parcels';
import { applyPlan } from '@saubac/services/plans';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';
import { prepareUnitChange } from '@saubac/services/unit-changes';
import type { TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';

import type { Scene } from './operations.ts';

const people = 1_200;
const settings = join(import.meta.dirname, '../../../../deploy/reference/default-settings.json');

const got = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure).slice(0, 2_000));
  return result.value;
};

const unit = (code: string, parent_code: string) => ({ code, name: `Đơn vị ${code}`, parent_code, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const units = [unit('R', ''), unit('A', 'R'), unit('A1', 'A'), unit('B', 'R')];

function* rowsOf(from: number): Generator<Record<string, string>> {
  for (let i = from; i < from + people; i += 1) {
    yield { id_number: String(i).padStart(12, '0'), full_name: `Nguyễn Văn ${i}`, unit_code: ['A', 'A1', 'B'][i % 3]!, kind: 'Công chức', valid_from: '01/01/2020', birth_date: '15/03/1985', sex: 'Nam', training_list: i % 4 ? '' : 'x' };
  }
}

function* certificatesOf(from: number): Generator<Record<string, string>> {
  for (let i = from; i < from + people; i += 2) {
    yield { id_number: String(i).padStart(12, '0'), type_code: 'ielts', issuer: 'British Council', exam_date: '01/06/2025', score: i % 4 ? '6.0' : '4.5', state: 'Đã xác minh' };
  }
}

/** Puts down in `alpha` what every operation needs: people with certificates, a plan, a change of units, a close that waits, a parcel. */
export const prepareScene = async (cluster: TestCluster, folder: string): Promise<Omit<Scene, 'cluster' | 'folder'>> => {
  const [first, roster, parcel] = ['first.xlsx', 'roster.xlsx', 'parcel'].map((it) => join(folder, it)) as [string, string, string];
  await writeRosterWorkbook(first, { units, people: rowsOf(0), certificates: certificatesOf(0) });
  await writeRosterWorkbook(roster, { people: rowsOf(people / 2), certificates: certificatesOf(people / 2) });
  return cluster.withTenant('alpha', async ({ db, tenant }) => {
    const ctx = testCtx({ db, tenant: { id: tenant.id, slug: tenant.slug }, now: () => new Date('2026-04-15T03:00:00Z') });
    got(await applySettings(ctx, JSON.parse(readFileSync(settings, 'utf8'))));
    got(await importRoster(ctx, { path: first, effectiveDate: isoDate('2026-01-01') }));
    got(await applyPlan(ctx, { plan: examplePlan, from: isoDate('2026-01-01') }));
    const on = isoDate('2026-07-01');
    const change = got(await prepareUnitChange(ctx, { title: 'Sắp xếp', on, operations: [{ row: 1, on, op: 'merge', units: ['A'], into: 'B' }], moves: [], decision: { number: '12/QĐ-UBND', date: isoDate('2026-02-01') } }));
    const close = got(await startClose(ctx, { from: isoDate('2026-01-01'), to: isoDate('2026-03-31'), cutOff: isoDate('2026-03-31') }));
    const store = join(folder, 'store');
    mkdirSync(store);
    got(await exportParcel({ cluster, files: await openFileStore(store) }, { slug: 'alpha', out: parcel, product: '1.0.0', by: { id: null, label: 'operator' }, now: new Date() }));
    return { roster, parcel, change: change.id, close: close.id };
  });
};
