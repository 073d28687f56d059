import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataVersion } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { unitIdsByCode } from '@saubac/db/units';
import { everything, isoDate, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { exportRoster, importRoster, type RosterCells } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let agency: UnitId;

const times = { today: isoDate('2026-03-01'), now: () => new Date('2026-03-01T08:00:00Z') };
const everybody = (): Ctx => testCtx({ db, ...times });
const officer = (): Ctx =>
  testCtx({ db, ...times, actor: { id: '0199a5c2-0000-7000-8000-00000000000a' as UserId, label: 'officer' }, access: { kind: 'granted', held: [{ role: 'agency-officer', scope: subtreesOf([agency]) }] } });

const all = rosterLoader(everybody, () => folder);
const limited = rosterLoader(officer, () => folder);

const inside = '000000000001';
const outside = '000000000002';
const between = '000000000003';
const left = '000000000004';
const stranger = '000000000009';
const person = (id: string, unit: string, more: Record<string, string> = {}) => ({ id_number: id, full_name: `Nguyễn Văn ${id.slice(-1)}`, birth_date: '15/03/1985', sex: 'Nam', unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const unit = (code: string, parent: string, more: Record<string, string> = {}) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010', ...more });
const units = [unit('R', ''), unit('AG', 'R'), unit('AG1', 'AG'), unit('OT', 'R'), unit('OLD', 'AG', { valid_to: '31/12/2021' })];
const ielts = (id: string, more: Record<string, string> = {}) => ({ id_number: id, type_code: 'ielts', exam_date: '01/06/2024', score: '6.0', number: `I${id}`, ...more });
const people = [
  person(inside, 'AG1'),
  person(outside, 'OT', { full_name: 'Trần Thị Kín', office: 'Chuyên viên mật' }),
  person(between, 'AG'),
  person(between, 'OT', { concurrent: 'x', valid_from: '01/01/2022' }),
  person(left, 'OT', { valid_to: '31/12/2025' }),
];

const sheet = (...rows: RosterCells[]) => limited.refusals({ people: rows }, '2026-01-01');
const everythingOf = async (id: string) =>
  (await db.execute(sql`
    select p.full_name, p.version, (select json_agg(a order by a.id) from assignments a where a.person_id = p.id) as posts,
           (select json_agg(c order by c.id) from certificates c where c.person_id = p.id) as certificates from people p where p.id_number = ${id}`))[0];

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'roster-scope-'))));
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  await all.written({ units, posts: [{ code: 'P', name: 'Chuyên viên' }], people, certificates: [ielts(inside), ielts(outside)] }, '2026-01-01');
  agency = (await unitIdsByCode(db, ['AG'])).get('AG')!;
});
afterEach(() => cluster.close());

describe('an import of an officer who sees some units only', () => {
  it('writes the people of his units, new ones and known ones', async () => {
    const { preview } = await limited.written({ people: [person(inside, 'AG'), person(stranger, 'AG1', { valid_from: '01/02/2026' })] }, '2026-02-01');
    expect(preview.counts.people).toMatchObject({ new: 1, changed: 1, refused: 0 });
  });

  it('gives back what he exported himself without a change', async () => {
    const path = join(folder, 'own.xlsx');
    expect(await exportRoster(officer(), { on: isoDate('2026-01-01'), path })).toMatchObject({ ok: true });
    const result = await importRoster(officer(), { path, effectiveDate: isoDate('2026-01-01') });
    expect(result).toMatchObject({ ok: true, value: { written: false, preview: { refusals: [], changes: [] } } });
  });

  it('refuses somebody who stands elsewhere, or last stood elsewhere, and says nothing of him', async () => {
    const before = [await everythingOf(outside), await everythingOf(left)];
    const result = await limited.load({ people: [person(outside, 'AG1', { full_name: 'Nguyễn Giả' }), person(left, 'AG1', { valid_from: '01/02/2026' })] }, '2026-02-01', { skipRefused: true });
    const text = JSON.stringify(result);
    expect(text).not.toContain('Trần');
    expect(text).not.toContain('OT');
    expect(text).not.toContain('mật');
    expect(result).toMatchObject({ ok: true, value: { written: false, preview: { counts: { people: { new: 0, changed: 0, refused: 2 } } } } });
    expect(await limited.refusals({ people: [person(outside, 'AG1')] }, '2026-02-01')).toEqual(['Nhân sự 2 id_number kept-elsewhere']);
    expect([await everythingOf(outside), await everythingOf(left)]).toEqual(before);
  });

  it('refuses somebody who stood in his units on an earlier effective date, but stands elsewhere today', async () => {
    await all.written({ people: [person(inside, 'OT', { valid_from: '15/02/2026', full_name: 'Nguyễn Đã Chuyển' })] }, '2026-02-15');
    const result = await limited.load({ people: [person(inside, 'AG1', { full_name: 'Ai Đó' })] }, '2026-01-01');
    expect(result).toMatchObject({ ok: false, failure: { kind: 'rows-refused', preview: { refusals: [{ kind: 'kept-elsewhere' }], changes: [] } } });
    expect(JSON.stringify(result)).not.toContain('Chuyển');
  });

  it('knows no difference between a unit that is not his and one that does not exist', async () => {
    expect(await sheet(person(stranger, 'OT'))).toEqual(['Nhân sự 2 unit_code outside-scope']);
    expect(await sheet(person(stranger, 'NIX'))).toEqual(['Nhân sự 2 unit_code outside-scope']);
    expect(await sheet(person(stranger, 'R'))).toEqual(['Nhân sự 2 unit_code outside-scope']);
  });

  it('lets him write history in a unit of his that has ended', async () => {
    expect(await sheet(person(stranger, 'OLD', { valid_to: '31/12/2021' }), person(stranger, 'AG', { valid_from: '01/01/2022' }))).toEqual([]);
  });

  it('leaves a post alone that one of his people holds elsewhere', async () => {
    const kept = async () => (await db.execute(sql`select a.id, a.valid_from, a.valid_to from assignments a join units u on u.id = a.unit_id where u.code = 'OT' and not a.main`))[0];
    const before = await kept();
    await limited.written({ people: [person(between, 'AG1')] }, '2026-02-01');
    expect(await kept()).toEqual(before);
    await limited.written({ people: [person(inside, 'AG1')] }, '2026-02-01', { completeFor: 'AG' });
    expect(await kept()).toEqual(before);
  });

  it('refuses a correction that would take days from a post held elsewhere', async () => {
    await all.written({ people: [person(stranger, 'OT', { valid_to: '31/12/2023' }), person(stranger, 'AG', { valid_from: '01/01/2024' })] }, '2026-01-01');
    const result = await limited.load({ people: [person(stranger, 'AG', { valid_from: '01/06/2023' })] }, '2026-02-01', { mode: 'correct' });
    expect(result).toMatchObject({ ok: false, failure: { preview: { refusals: [{ kind: 'outside-scope', params: {} }], removals: [] } } });
    expect(JSON.stringify(result)).not.toContain('OT');
  });

  it('lists as absent and lets depart only people who stand in his units', async () => {
    const { preview } = await limited.written({ people: [person(inside, 'AG1')] }, '2026-02-01', { dryRun: true });
    expect(preview.absent?.first.map(({ unit: code }) => code)).toEqual(['AG']);
    const complete = await limited.written({ people: [person(inside, 'AG1')] }, '2026-02-01', { completeFor: 'AG' });
    expect(complete.preview.departing.people).toBe(1);
    expect(await everythingOf(outside)).toMatchObject({ version: 1 });
    expect(await limited.refusals({ people: [person(inside, 'AG1')] }, '2026-02-01', { completeFor: 'R' })).toEqual(['unknown-unit']);
  });

  it('refuses units and posts unless they are as recorded', async () => {
    expect(await limited.refusals({ units: [unit('AG', 'R'), unit('OLD', 'AG', { valid_to: '31/12/2021' })], posts: [{ code: 'P', name: 'Chuyên viên' }], people: [person(inside, 'AG1')] }, '2026-02-01')).toEqual([]);
    const before = await dataVersion(db);
    expect(
      await limited.refusals({
        units: [unit('AG', 'R', { name: 'Tên khác' }), unit('NEW', 'AG'), unit('OT', 'R'), unit('AG1', 'OT')],
        posts: [{ code: 'P', name: 'Khác' }, { code: 'Q', name: 'Mới' }],
        people: [person(stranger, 'NEW')],
      }, '2026-02-01'),
    ).toEqual([
      'Đơn vị 2 code catalogue-not-yours', 'Đơn vị 3 code catalogue-not-yours', 'Đơn vị 4 code catalogue-not-yours', 'Đơn vị 5 code catalogue-not-yours',
      'Vị trí việc làm 2 code catalogue-not-yours', 'Vị trí việc làm 3 code catalogue-not-yours', 'Nhân sự 2 unit_code outside-scope',
    ]);
    expect(await dataVersion(db)).toBe(before);
  });

  it('knows no difference between a holder who stands elsewhere and one who does not exist', async () => {
    const before = await everythingOf(outside);
    expect(await limited.refusals({ certificates: [ielts(outside, { score: '7.0' }), ielts(stranger)] }, '2026-02-01')).toEqual(['Chứng chỉ 2 id_number unknown-holder', 'Chứng chỉ 3 id_number unknown-holder']);
    expect(await everythingOf(outside)).toEqual(before);
  });

  it('takes declared certificates, and leaves verifying and confirming to others', async () => {
    expect(await limited.refusals({ certificates: [ielts(inside, { score: '6.5' })] }, '2026-02-01')).toEqual([]);
    expect(await limited.refusals({ certificates: [ielts(inside, { score: '6.5', state: 'Đã xác minh' }), ielts(inside, { number: 'N2', decision_level: '4', decision_document: '1/QĐ', decision_date: '01/07/2024' })] }, '2026-02-01')).toEqual([
      'Chứng chỉ 2 state state-not-yours', 'Chứng chỉ 3 decision_level decision-not-yours',
    ]);
    await all.written({ certificates: [ielts(inside, { score: '6.5', state: 'Đã xác minh' })] }, '2026-02-01');
    expect(await limited.refusals({ certificates: [ielts(inside, { score: '6.5' })] }, '2026-02-01')).toEqual([]);
    expect(await limited.refusals({ certificates: [ielts(inside, { score: '9.0' })] }, '2026-02-01')).toEqual(['Chứng chỉ 2 number certificate-settled']);
  });
});

describe('an import of somebody who verifies', () => {
  const verifier = (last: string) => rosterLoader(() => testCtx({ db, ...times, actor: { id: `0199a5c2-0000-7000-8000-00000000000${last}` as UserId, label: last }, access: { kind: 'granted', held: [{ role: 'home-affairs-officer', scope: everything }] } }), () => folder);
  const verified = { state: 'Đã xác minh' };

  it('verifies what others entered, never what he brings or changes himself', async () => {
    const [one, other] = [verifier('b'), verifier('c')];
    expect(await one.refusals({ certificates: [ielts(inside, { number: 'NEW', ...verified })] }, '2026-02-01')).toEqual(['Chứng chỉ 2 state verified-by-one']);
    await one.written({ certificates: [ielts(inside, { number: 'NEW' })] }, '2026-02-01');
    expect(await one.refusals({ certificates: [ielts(inside, { number: 'NEW', ...verified })] }, '2026-02-01')).toEqual(['Chứng chỉ 2 state verified-by-one']);
    await other.written({ certificates: [ielts(inside, { number: 'NEW', ...verified })] }, '2026-02-01');
    expect(await other.refusals({ certificates: [ielts(inside, { number: 'NEW', score: '9.0' })] }, '2026-02-01')).toEqual(['Chứng chỉ 2 state verified-by-one']);
    await other.written({ certificates: [ielts(inside, { number: 'NEW', score: '9.0', state: 'Đã khai' })] }, '2026-02-01');
    expect(await other.refusals({ certificates: [ielts(inside, { number: 'NEW', score: '9.0', ...verified })] }, '2026-02-01')).toEqual(['Chứng chỉ 2 state verified-by-one']);
    expect(await db.execute(sql`select entered_label, verified_label, state from certificates where number = 'NEW'`)).toEqual([{ entered_label: 'c', verified_label: null, state: 'declared' }]);
  });
});
