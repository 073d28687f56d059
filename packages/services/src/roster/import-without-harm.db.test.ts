import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import { isoDate } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import { exportRoster, importRoster } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'roster-'))));
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterEach(() => cluster.close());

const ctx = (): Ctx => testCtx({ db, actor: { id: null, label: 'operator' }, today: isoDate('2026-03-01'), now: () => new Date('2026-03-01T08:00:00Z') });
const { written, refusals } = rosterLoader(ctx, () => folder);

const posts = async () =>
  (await db.execute<{ line: string }>(sql`
    select concat_ws(' ', p.id_number, u.code, a.valid_from, a.valid_to) as line from assignments a join people p on p.id = a.person_id join units u on u.id = a.unit_id
    order by p.id_number, a.valid_from, a.main desc`)).map(({ line }) => line);
const details = (act: string) => db.execute<{ before: Record<string, unknown> | null; after: Record<string, unknown> }>(sql`select before, after from audit_details where act = ${act} order by id`);

const A = '000000000001';
const B = '000000000002';
const C = '000000000003';
const unit = (code: string, parent_code = '') => ({ code, name: code, parent_code, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const units = [unit('R'), unit('S', 'R'), unit('T', 'S')];
const person = (id: string, unit_code: string, more: Record<string, string> = {}) => ({ id_number: id, full_name: `Nguyễn Văn ${id.slice(-1)}`, birth_date: '15/03/1985', sex: 'Nam', unit_code, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const ielts = { id_number: A, type_code: 'ielts', number: 'X1', exam_date: '01/06/2025', score: '6.0' };

describe('a file complete for a unit', () => {
  it('is refused when it names nobody: an empty sheet does not say that everybody left', async () => {
    await written({ units, people: [person(A, 'S'), person(B, 'S')] }, '2026-01-01');
    const before = await posts();
    expect(await refusals({ units: [unit('R')] }, '2026-02-01', { completeFor: 'S' })).toEqual(['no-people-in-complete-file']);
    expect(await posts()).toEqual(before);
  });

  it('lets nobody depart whose row is refused', async () => {
    await written({ units, people: [person(A, 'S'), person(B, 'S'), person(C, 'S')] }, '2026-01-01');
    const { preview } = await written({ people: [person(A, 'S'), person(B, 'S', { birth_date: '30/02/1980' })] }, '2026-02-01', { completeFor: 'S', skipRefused: true });
    expect(preview).toMatchObject({ departing: { people: 1, first: [{ name: 'Nguyễn Văn 3' }] }, absent: { people: 0, first: [] } });
    expect(await posts()).toEqual([`${A} S 2020-01-01 infinity`, `${B} S 2020-01-01 infinity`, `${C} S 2020-01-01 2026-02-01`]);
  });

  it('is refused whole when it is not known whose a refused row is', async () => {
    await written({ units, people: [person(A, 'S'), person(B, 'S')] }, '2026-01-01');
    const rows = { people: [person(A, 'S'), person('00000000002', 'S')] };
    expect(await refusals(rows, '2026-02-01', { completeFor: 'S', skipRefused: true })).toEqual(['Nhân sự 3 id_number not-an-id-number']);
    expect(await refusals(rows, '2026-02-01', { skipRefused: true })).toEqual([]);
    expect(await posts()).toEqual([`${A} S 2020-01-01 infinity`, `${B} S 2020-01-01 infinity`]);
  });
});

describe('a certificate that comes again', () => {
  it('stays void or verified while its state is blank, and changes when it is stated', async () => {
    await written({ units, people: [person(A, 'S')], certificates: [{ ...ielts, state: 'Hủy' }, { ...ielts, number: 'X2' }] }, '2026-01-01');
    expect((await written({ certificates: [ielts] }, '2026-02-01')).written).toBe(false);
    await written({ certificates: [{ ...ielts, score: '6.5' }] }, '2026-02-01');
    const states = () => db.execute(sql`select number, state from certificates order by number`);
    expect(await states()).toEqual([{ number: 'X1', state: 'void' }, { number: 'X2', state: 'declared' }]);
    await written({ certificates: [{ ...ielts, state: 'Đã khai' }] }, '2026-02-01');
    expect(await states()).toEqual([{ number: 'X1', state: 'declared' }, { number: 'X2', state: 'declared' }]);
  });

  it('keeps a decision that the file does not repeat, also in the audit; another decision does not inherit its end', async () => {
    const decided = { ...ielts, decision_level: '4', decision_document: '12/QĐ', decision_date: '02/09/2025' };
    await written({ units, people: [person(A, 'S')], certificates: [decided] }, '2026-01-01');
    await db.execute(sql`update level_decisions set valid_to = '2025-12-31'`);
    await written({ certificates: [{ ...ielts, score: '6.5' }] }, '2026-02-01');
    expect((await details('certificate.changed'))[0]).toMatchObject({ before: { decision_level: 4, score: 6 }, after: { decision_level: 4, decision_document: '12/QĐ', score: 6.5 } });
    expect(await db.execute(sql`select valid_to::text as end from level_decisions`)).toEqual([{ end: '2025-12-31' }]);
    await written({ certificates: [{ ...decided, score: '6.5', decision_level: '5', decision_document: '13/QĐ' }] }, '2026-02-01');
    expect(await db.execute(sql`select level, valid_to::text as end from level_decisions`)).toEqual([{ level: 5, end: 'infinity' }]);
  });

  it('is refused with days that can not be', async () => {
    const decision = { decision_level: '4', decision_document: '12/QĐ' };
    const certificates = [
      { ...ielts, exam_date: '01/06/2035' }, { ...ielts, ...decision, decision_date: '31/05/2025' }, { ...ielts, number: 'X2', ...decision, decision_date: '02/03/2026' },
      { ...ielts, number: 'X3', expires_on: '31/05/2025' }, { ...ielts, number: 'X4', ...decision, exam_date: '01/03/2026', decision_date: '01/03/2026' },
    ];
    expect(await refusals({ units, people: [person(A, 'S')], certificates }, '2026-01-01')).toEqual([
      'Chứng chỉ 2 exam_date day-in-the-future', 'Chứng chỉ 3 decision_date decided-before-exam', 'Chứng chỉ 4 decision_date day-in-the-future', 'Chứng chỉ 5 expires_on ends-before-start',
    ]);
  });
});

describe('history', () => {
  it('has no post in a gap between two lives of a unit', async () => {
    const gap = [unit('R'), { ...unit('S', 'R'), valid_to: '31/12/2015' }, { ...unit('S', 'R'), valid_from: '01/01/2018' }];
    const people = [person(A, 'S', { valid_from: '01/01/2014' }), person(B, 'S'), person(C, 'S', { valid_from: '01/01/2014', valid_to: '31/12/2015' })];
    expect(await refusals({ units: gap, people }, '2026-01-01')).toEqual(['Nhân sự 2 unit_code unit-not-valid-then']);
  });

  it('is not overwritten by an older file that comes after a newer one', async () => {
    await written({ units, people: [person(A, 'S'), person(B, 'S')] }, '2026-01-01');
    await written({ people: [person(A, 'S', { office: 'Trưởng phòng' }), person(B, 'S', { planned_rank: 'Cấp phòng' })] }, '2026-03-01');
    expect(await refusals({ people: [person(A, 'S'), person(B, 'S', { planned_rank: 'Cấp sở' })] }, '2026-02-01')).toEqual(['Nhân sự 2 valid_from overlaps-recorded', 'Nhân sự 3 planned_rank overlaps-known']);
  });

  it('is told of a new person with all his lists', async () => {
    await written({ units, people: [person(A, 'S', { planned_rank: 'Cấp phòng', training_list: 'x' }), person(B, 'S')] }, '2026-01-01');
    const [first, second] = await details('person.added');
    expect(first?.after).toMatchObject({ planned: ['office rank 20; from 2020-01-01'], training: ['from 2020-01-01'] });
    expect(Object.keys(second!.after)).not.toContain('planned');
  });

  it('goes out on a past day and into an empty tenant, whatever the texts hold', async () => {
    const odd = ['Phó "giám đốc" \'x\'', '=1+1', '+84', '-', '@x', "'=x", 'a\tb', '😀 Đỗ', 'Nguyễn'.normalize('NFD'), '\\N', 'NULL', 'ậ😀'.repeat(166)];
    const people = odd.map((text, i) => person(String(i + 1).padStart(12, '0'), 'S', { full_name: text, office: text, ethnicity: text, birth_date: i % 2 ? '29/02/1984' : '1980' }));
    await written({ units, people }, '2026-01-01');
    await written({ units: [{ ...unit('S', 'R'), name: 'Sở mới' }], people: people.map((it) => ({ ...it, unit_code: 'T' })) }, '2026-02-01');
    const paths = ['past.xlsx', 'back.xlsx'].map((it) => join(folder, it)) as [string, string];
    await exportRoster(ctx(), { on: isoDate('2025-12-31'), path: paths[0] });
    const other = (await cluster.openTenant('beta')).db;
    const there = testCtx({ db: other, today: ctx().today });
    expect(await importRoster(there, { path: paths[0], effectiveDate: isoDate('2025-12-31') })).toMatchObject({ ok: true, value: { written: true } });
    expect(await importRoster(ctx(), { path: paths[0], effectiveDate: isoDate('2025-12-31') })).toMatchObject({ ok: true, value: { written: false } });
    const names = (from: TenantDb) => from.execute(sql`select id_number, full_name, ethnicity, birth_date, birth_precision, name_sort from people order by 1`);
    expect(await names(other)).toEqual(await names(db));
    expect((await names(db))[8]).toMatchObject({ full_name: 'Nguyễn' });
  });
});
