import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { heldRoles } from '@saubac/db/access';
import { anchorNow } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import type { Role } from '@saubac/domain/access';
import { examplePlan } from '@saubac/domain/plan';
import { everything, isoDate } from '@saubac/domain/values';
import { createWords } from '@saubac/i18n';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { laterWork } from '../../test/later-work.ts';
import { callerOf, idsOf, today, userOf, world } from '../../test/people-world.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { downloadExport, getExport, makeExport, orderExport } from '../exports/index.ts';
import { type FileStore, openFileStore } from '../files/index.ts';
import { applySettings } from '../levels/index.ts';
import { applyPlan } from '../plans/index.ts';
import { progress } from '../targets/index.ts';
import { commitUnitChange, prepareUnitChange, previewUnitChange } from '../unit-changes/index.ts';
import { anchorClose, approveClose, closeFiguresByUnit, freezeClose, getClose, peopleBehindClose, printClose, startClose } from './index.ts';

const year = { from: isoDate('2025-01-01'), to: isoDate('2025-12-31'), cutOff: isoDate('2025-12-31') };
const target = 'officials-2025';
const words = createWords('vi');

let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let files: FileStore;
let close: string;

const clock = { today, now: () => new Date('2026-03-01T08:00:00Z') };
const operator = (): Ctx => testCtx({ db, ...clock });
const officeOf = (role: Role, serial: number): Ctx => testCtx({ db, ...clock, actor: { id: userOf(serial), label: role }, access: { kind: 'granted', held: [{ role, scope: everything }] } });
const got = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

/** Every part of a printed workbook, byte for byte. */
const printed = async (ctx: Ctx = operator()): Promise<Record<string, string>> => {
  const path = join(folder, 'close.xlsx');
  got(await printClose(ctx, { close, path, words }));
  return Object.fromEntries(Object.entries(unzipSync(new Uint8Array(await readFile(path)))).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closes-'));
  files = await openFileStore(join(folder, 'files'));
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  got(await applySettings(operator(), JSON.parse(await readFile(join(import.meta.dirname, '../../../../deploy/reference/default-settings.json'), 'utf8'))));
  await rosterLoader(operator, () => folder).written(world, '2026-01-01');
  got(await applyPlan(operator(), { plan: examplePlan, from: isoDate('2021-01-15') }));
  const { id } = got(await startClose(operator(), year));
  await freezeClose(laterWork({ db, files, ...clock }), id);
  const { version } = got(await getClose(operator(), id));
  got(await approveClose(operator(), { close: id, version }));
  await anchorClose({ ...laterWork({ db, files, ...clock }), anchor: async () => anchorNow(cluster.registry, cluster.provisioner, (await cluster.findTenant('alpha'))!) }, id);
  close = id;
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

describe('the printed figures of a close', () => {
  it('hold the figures by target and unit, what they rest on, and who signed', async () => {
    const parts = await printed();
    const text = Object.values(parts).join('\n');
    const found = got(await getClose(operator(), close));
    expect(['Theo mục tiêu', 'Theo đơn vị', 'Căn cứ', target, 'Sở Nội vụ', found.digest!, 'tt-23-2021', String(found.anchor!.position), found.data!.digest].filter((it) => !text.includes(it))).toEqual([]);
    expect(text.includes('Nguyễn')).toBe(false);
  });

  it('tell an agency of its own units only, and can be ordered as a file', async () => {
    const { unit } = await idsOf(db);
    await db.execute(sql`insert into grants (user_id, role, unit_id, valid_from) values (${userOf(1)}::uuid, 'agency-officer', ${unit('A')}::uuid, '2020-01-01')`);
    const agency = callerOf(db, 'agency-officer', [], { ...clock, access: { kind: 'granted', held: await heldRoles(db, userOf(1), today) } });
    const text = Object.values(await printed(agency)).join('\n');
    expect([text.includes('Sở Nội vụ'), text.includes('Sở Tài chính'), text.includes('chưa xác minh')]).toEqual([true, false, false]);
    const { id } = got(await orderExport(agency, { order: { kind: 'close', close }, format: 'csv', locale: 'vi' }));
    await makeExport(laterWork({ db, files, ...clock }), id);
    const ready = got(await getExport(agency, id));
    expect(ready).toMatchObject({ state: 'ready', format: 'xlsx', failure: null });
    const file = got(await downloadExport(agency, files, { id, token: ready.download!.token }));
    expect(file.name).toBe(`so-lieu-chot-${close}.xlsx`);
    expect(Object.keys(unzipSync(new Uint8Array(await buffer(file.content))))).toContain('xl/workbook.xml');
    expect(await orderExport(callerOf(db, 'learner', [unit('A')], clock), { order: { kind: 'close', close }, format: 'xlsx', locale: 'vi' })).toMatchObject({ failure: { kind: 'forbidden' } });
  });

  it('print the same, byte for byte, after a reform of units, an import that corrects the past, and another plan', async () => {
    const before = await printed();
    const byUnit = got(await closeFiguresByUnit(operator(), { close, target, unit: 'R' }));
    const people = got(await peopleBehindClose(operator(), { close, target, set: 'denominator' })).people;
    expect(people.length).toBeGreaterThan(2);
    const on = isoDate('2025-12-01');
    const change = got(await prepareUnitChange(officeOf('home-affairs-officer', 1), {
      title: 'Sắp xếp', on, operations: [{ row: 1, on, op: 'merge', units: ['A'], into: 'B' }], moves: [], decision: { number: '12/QĐ-UBND', date: isoDate('2025-11-01') }, why: 'Ghi muộn',
    }));
    const seen = got(await previewUnitChange(officeOf('home-affairs-officer', 1), change.id));
    got(await commitUnitChange(officeOf('home-affairs-head', 2), { id: seen.id, version: seen.version }));
    await rosterLoader(operator, () => folder).written({ units: [{ ...world.units[3]!, name: 'Sở Tài chính và Kế hoạch' }], people: [{ ...world.people[2]!, kind: 'Viên chức', full_name: 'Trần Thị Hoa Mai' }] }, '2025-06-01', { mode: 'correct' });
    got(await applyPlan(operator(), { plan: { ...examplePlan, title: { vi: 'Kế hoạch mới' }, certificates: { ...examplePlan.certificates, states: ['verified', 'declared'] } }, from: isoDate('2025-01-01') }));
    expect(got(await progress(operator(), { on: year.cutOff })).find((it) => it.target === target)?.denominator).not.toBe(byUnit.total.denominator);
    expect(await printed()).toEqual(before);
    expect(got(await closeFiguresByUnit(operator(), { close, target, unit: 'R' }))).toEqual(byUnit);
    const after = got(await peopleBehindClose(operator(), { close, target, set: 'denominator' })).people;
    expect(after.map((it) => [it.id, it.unit, it.level, it.reached, it.reason]).toSorted()).toEqual(people.map((it) => [it.id, it.unit, it.level, it.reached, it.reason]).toSorted());
    expect(after.map((it) => it.fullName)).toContain('Trần Thị Hoa Mai');
  });
});
