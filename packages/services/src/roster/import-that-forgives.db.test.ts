import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { isoDate } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { callerOf, idsOf, today } from '../../test/people-world.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { forgetRememberedName, type ImportPreview, listRememberedNames, setRememberedName } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;

const operator = (): Ctx => testCtx({ db, today });
const unit = (code: string, name: string, parent_code: string, more: Record<string, string> = {}) => ({ code, name, parent_code, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010', ...more });
const person = (id_number: string, full_name: string, unit_code: string, more: Record<string, string> = {}) => ({ id_number, full_name, birth_date: '15/03/1985', sex: 'Nam', unit_code, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const units = [
  unit('UB', 'Ủy ban nhân dân tỉnh', ''), unit('SNV', 'Sở Nội vụ', 'UB'), unit('STC', 'Sở Tài chính', 'UB'), unit('SNV-TC', 'Phòng Tổ chức', 'SNV'), unit('STC-TC', 'Phòng Tổ chức', 'STC'),
  unit('SNG', 'Sở Ngoại vụ', 'UB', { valid_to: '30/06/2025' }),
];
const posts = [{ code: 'CV', name: 'Chuyên viên tổng hợp' }];
const known = [person('042085212345', 'Nguyễn Văn An', 'SNV')];

const { load, written, refusals } = rosterLoader(operator, () => folder);
const told = ({ mends }: ImportPreview) => mends.map((it) => `${it.sheet} ${it.row} ${it.column} ${it.kind}: ${it.from} → ${it.to}`);
const unitOf = async (idNumber: string) =>
  (await db.execute<{ code: string }>(sql`select u.code from assignments a join people p on p.id = a.person_id join units u on u.id = a.unit_id where p.id_number = ${idNumber} order by a.valid_from`)).map(({ code }) => code);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forgiving-'));
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  await written({ units, posts, people: known }, '2026-01-01');
});
afterEach(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

describe('what is mended in cells', () => {
  it('is told with sheet, row, column, what stood there and what was taken, and counted by kind', async () => {
    const { preview } = await written({ people: [person('042.085.000.002', 'TRẦN THỊ  BÌNH (nghỉ)', 'SNV', { sex: 'F', kind: 'CC', birth_date: '5-3-85', valid_from: '02/13/2020', leader: 'Có' })] }, '2026-01-01');
    expect(told(preview)).toEqual([
      'people 2 id_number id-number-signs: 042.085.000.002 → 042085000002',
      'people 2 full_name spaces: TRẦN THỊ  BÌNH (nghỉ) → TRẦN THỊ BÌNH (nghỉ)',
      'people 2 full_name name-note: TRẦN THỊ BÌNH (nghỉ) → TRẦN THỊ BÌNH',
      'people 2 full_name name-case: TRẦN THỊ BÌNH → Trần Thị Bình',
      'people 2 birth_date date-short-year: 5-3-85 → 05/03/1985',
      'people 2 sex choice-word: F → Nữ',
      'people 2 kind choice-word: CC → Công chức',
      'people 2 valid_from date-month-first: 02/13/2020 → 13/02/2020',
    ]);
    expect(preview.mended).toEqual({ 'id-number-signs': 1, spaces: 1, 'name-note': 1, 'name-case': 1, 'date-short-year': 1, 'choice-word': 2, 'date-month-first': 1 });
  });

  it('is nothing in a roster in form', async () => {
    const { preview } = await written({ people: [person('042085000003', 'Lê Văn Ba', 'SNV')] }, '2026-01-01');
    expect([preview.mends, preview.mended]).toEqual([[], {}]);
  });

  it('is listed as far as was asked for, and counted whole', async () => {
    const many = Array.from({ length: 9 }, (_, i) => person(`04208500001${i}`, `LÊ VĂN ${'ABCDEFGHI'[i]}A`, 'SNV'));
    const { preview } = await written({ people: many }, '2026-01-01', { listed: 4 });
    expect([preview.mends.length, preview.mended]).toEqual([4, { 'name-case': 9 }]);
  });
});

describe('an ID number that lost digits', () => {
  it('is completed from the one person of the unit who has the name and birth date, and said', async () => {
    const { preview } = await written({ people: [person('4.20852E+10', 'Nguyễn Văn An', 'Sở NV', { office: 'Trưởng phòng' })] }, '2026-02-01');
    expect(told(preview)).toEqual(['people 2 unit_code unit-by-name: Sở NV → SNV (Sở Nội vụ)', 'people 2 id_number id-number-completed: 4.20852E+10 → •••••••••345']);
    expect(preview.counts.people).toMatchObject({ changed: 1, refused: 0 });
  });

  it.each([
    ['another name', person('4.20852E+10', 'Nguyễn Văn Án', 'SNV')],
    ['another birth date', person('4.20852E+10', 'Nguyễn Văn An', 'SNV', { birth_date: '16/03/1985' })],
    ['a year of birth only', person('4.20852E+10', 'Nguyễn Văn An', 'SNV', { birth_date: '1985' })],
    ['another unit', person('4.20852E+10', 'Nguyễn Văn An', 'STC')],
    ['digits that are not his', person('4.20853E+10', 'Nguyễn Văn An', 'SNV')],
  ])('stays refused with %s', async (_, row) => {
    expect(await refusals({ people: [row] }, '2026-02-01')).toEqual(['Nhân sự 2 id_number id-number-lost-digits']);
  });

  it('stays refused where two people have the name and birth date', async () => {
    await written({ people: [person('042085298765', 'Nguyễn Văn An', 'SNV')] }, '2026-01-01');
    expect(await refusals({ people: [person('4.2085E+10', 'Nguyễn Văn An', 'SNV')] }, '2026-02-01')).toEqual(['Nhân sự 2 id_number id-number-lost-digits']);
  });

  it('tells a limited importer nothing of people outside his units', async () => {
    const ids = await idsOf(db);
    const limited = rosterLoader(() => callerOf(db, 'agency-officer', [ids.unit('STC')]), () => folder);
    expect(await limited.refusals({ people: [person('4.20852E+10', 'Nguyễn Văn An', 'SNV')] }, '2026-02-01')).toEqual(['Nhân sự 2 id_number id-number-lost-digits']);
  });
});

describe('a unit or post by its name', () => {
  it('is taken where the name fits one alone on the day of the row, and said', async () => {
    const { preview } = await written(
      {
        people: [
          person('042085000004', 'Lê Văn Tư', 'so noi vu', { post_code: 'Chuyên viên tổng hợp' }),
          person('042085000005', 'Lê Văn Năm', 'Phòng Tổ chức - Sở Tài chính'),
          person('042085000006', 'Lê Văn Sáu', 'Sở Ngoại vụ', { valid_to: '30/06/2025' }),
        ],
      },
      '2026-01-01',
    );
    expect(told(preview)).toEqual([
      'people 2 unit_code unit-by-name: so noi vu → SNV (Sở Nội vụ)', 'people 2 post_code post-by-name: Chuyên viên tổng hợp → CV (Chuyên viên tổng hợp)',
      'people 3 unit_code unit-by-name: Phòng Tổ chức - Sở Tài chính → STC-TC (Phòng Tổ chức)', 'people 4 unit_code unit-by-name: Sở Ngoại vụ → SNG (Sở Ngoại vụ)',
    ]);
    expect([await unitOf('042085000004'), await unitOf('042085000005'), await unitOf('042085000006')]).toEqual([['SNV'], ['STC-TC'], ['SNG']]);
  });

  it('is refused with what may have been meant where it fits several or none', async () => {
    const result = await load({ people: [person('042085000004', 'Lê Văn Tư', 'Phòng Tổ chức'), person('042085000005', 'Lê Văn Năm', 'Sở Nội vũ tỉnh'), person('042085000006', 'Lê Văn Sáu', 'QWX', { post_code: 'Chuyên viên tổng hợ' })] }, '2026-01-01');
    expect(!result.ok && result.failure.kind === 'rows-refused' && result.failure.preview.refusals).toMatchObject([
      { row: 2, column: 'unit_code', kind: 'unit-ambiguous', value: 'Phòng Tổ chức', params: { near: ['SNV-TC (Phòng Tổ chức, Sở Nội vụ)', 'STC-TC (Phòng Tổ chức, Sở Tài chính)'] } },
      { row: 3, column: 'unit_code', kind: 'unit-not-found', value: 'Sở Nội vũ tỉnh', params: { near: ['SNV (Sở Nội vụ, Ủy ban nhân dân tỉnh)'] } },
      { row: 4, column: 'post_code', kind: 'post-not-found', params: { near: ['CV (Chuyên viên tổng hợp)'] } },
      { row: 4, column: 'unit_code', kind: 'unknown-unit', value: 'QWX' },
    ]);
  });

  it('may be one that the file itself brings, also as the unit above another', async () => {
    const { preview } = await written({ units: [unit('X1', 'Ủy ban nhân dân xã Mẫu', 'UBND tỉnh')], people: [person('042085000004', 'Lê Văn Tư', 'UBND xã Mẫu')] }, '2026-01-01');
    expect(told(preview)).toEqual(['units 2 parent_code unit-by-name: UBND tỉnh → UB (Ủy ban nhân dân tỉnh)', 'people 2 unit_code unit-by-name: UBND xã Mẫu → X1 (Ủy ban nhân dân xã Mẫu)']);
  });

  it('is looked for, and suggested, among the own units of a limited importer alone', async () => {
    const ids = await idsOf(db);
    const limited = rosterLoader(() => callerOf(db, 'agency-officer', [ids.unit('STC')]), () => folder);
    const own = await limited.written({ people: [person('042085000004', 'Lê Văn Tư', 'Phòng Tổ chức')] }, '2026-02-01');
    expect(told(own.preview)).toEqual(['people 2 unit_code unit-by-name: Phòng Tổ chức → STC-TC (Phòng Tổ chức)']);
    const result = await limited.load({ people: [person('042085000005', 'Lê Văn Năm', 'Sở Nội vụ')] }, '2026-02-01');
    expect(JSON.stringify(result)).not.toContain('SNV');
  });
});

describe('a remembered name', () => {
  const chosen = { of: 'unit' as const, name: 'VP Sở  Nội vụ', code: 'SNV' };

  it('is taken by later imports however it is accented, until it is forgotten', async () => {
    expect(await refusals({ people: [person('042085000004', 'Lê Văn Tư', 'VP Sở Nội vụ')] }, '2026-01-01')).toEqual(['Nhân sự 2 unit_code unit-not-found']);
    expect(await setRememberedName(operator(), chosen)).toMatchObject({ ok: true, value: { given: 'VP Sở Nội vụ', code: 'SNV', name: 'Sở Nội vụ' } });
    const { preview } = await written({ people: [person('042085000004', 'Lê Văn Tư', 'vp so noi vu')] }, '2026-01-01');
    expect(told(preview)).toEqual(['people 2 unit_code unit-remembered: vp so noi vu → SNV (Sở Nội vụ)']);
    expect(await listRememberedNames(operator(), {})).toMatchObject({ value: { names: [{ given: 'VP Sở Nội vụ' }], next: null } });
    expect(await forgetRememberedName(operator(), chosen)).toMatchObject({ ok: true });
    expect(await forgetRememberedName(operator(), chosen)).toMatchObject({ failure: { kind: 'unknown-remembered-name' } });
    expect(await refusals({ people: [person('042085000007', 'Lê Văn Bảy', 'VP Sở Nội vụ')] }, '2026-01-01')).toEqual(['Nhân sự 2 unit_code unit-not-found']);
    expect((await verifyChain(db)).faults).toEqual([]);
    expect((await db.execute<{ act: string }>(sql`select act from audit_entries where act like 'roster.name%' order by position`)).map(({ act }) => act)).toEqual(['roster.name-remembered', 'roster.name-forgotten']);
  });

  it('chosen again means the new thing', async () => {
    await setRememberedName(operator(), chosen);
    expect(await setRememberedName(operator(), { ...chosen, code: 'STC' })).toMatchObject({ value: { code: 'STC' } });
    expect(await listRememberedNames(operator(), {})).toMatchObject({ value: { names: [{ code: 'STC' }] } });
  });

  it('is refused without a word in it, for a code that nothing has, and to who imports for some units only', async () => {
    expect(await setRememberedName(operator(), { ...chosen, name: ' - ' })).toMatchObject({ failure: { kind: 'name-missing' } });
    expect(await setRememberedName(operator(), { ...chosen, code: 'NONE' })).toMatchObject({ failure: { kind: 'unknown-unit', unit: 'NONE' } });
    expect(await setRememberedName(operator(), { of: 'post', name: 'x y', code: 'NONE' })).toMatchObject({ failure: { kind: 'unknown-post' } });
    const officer = callerOf(db, 'agency-officer', [(await idsOf(db)).unit('SNV')]);
    for (const refused of [await setRememberedName(officer, chosen), await listRememberedNames(officer, {}), await forgetRememberedName(officer, chosen)]) expect(refused).toMatchObject({ failure: { kind: 'forbidden' } });
  });

  it('of a unit outside his units is none to a limited importer', async () => {
    await setRememberedName(operator(), { ...chosen, name: 'Ban Quản trị' });
    const ids = await idsOf(db);
    const limited = rosterLoader(() => callerOf(db, 'agency-officer', [ids.unit('STC')]), () => folder);
    expect(await limited.refusals({ people: [person('042085000004', 'Lê Văn Tư', 'Ban Quản trị')] }, '2026-02-01')).toEqual(['Nhân sự 2 unit_code outside-scope']);
  });

  it('is of one tenant alone', async () => {
    await setRememberedName(operator(), chosen);
    const beta = testCtx({ db: (await cluster.openTenant('beta')).db, today: isoDate('2026-03-01') });
    expect(await listRememberedNames(beta, {})).toMatchObject({ value: { names: [] } });
  });
});
