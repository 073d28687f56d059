import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataVersion, verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { rosterExamples } from '@saubac/domain/people';
import { isoDate } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { RosterSheets } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'roster-'))));
afterAll(() => rm(folder, { recursive: true }));
const open = async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
};

const ctx = (): Ctx => testCtx({ db, actor: { id: null, label: 'operator' }, today: isoDate('2026-03-01'), now: () => new Date('2026-03-01T08:00:00Z') });

const { load, written, refusals } = rosterLoader(ctx, () => folder);

const posts = async () =>
  (await db.execute<{ line: string }>(sql`
    select concat_ws(' ', p.id_number, u.code, a.office, case when a.main then 'main' else 'beside' end, a.valid_from, a.valid_to) as line
    from assignments a join people p on p.id = a.person_id join units u on u.id = a.unit_id order by p.id_number, a.valid_from, a.main desc`)).map(({ line }) => line);
const unitVersions = async () =>
  (await db.execute<{ line: string }>(sql`select concat_ws(' ', u.code, v.path, v.valid) as line from unit_versions v join units u on u.id = v.unit_id order by u.code, v.valid`)).map(({ line }) => line);
const everythingStored = async () =>
  (await db.execute<{ rows: number }>(sql`select (select count(*) from people) + (select count(*) from units) + (select count(*) from posts) + (select count(*) from assignments) + (select count(*) from certificates) + (select count(*) from audit_entries) as rows`))[0]?.rows;

const A = '000000000001';
const B = '000000000002';
const units = [
  { code: 'R', name: 'Tỉnh', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' },
  { code: 'S', name: 'Sở', parent_code: 'R', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' },
  { code: 'T', name: 'Phòng', parent_code: 'S', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' },
];
const person = (id: string, unit: string, more: Record<string, string> = {}) => ({ id_number: id, full_name: `Nguyễn Văn ${id.slice(-1)}`, birth_date: '15/03/1985', sex: 'Nam', unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', ...more });

describe('a roster', () => {
  beforeEach(open);
  afterEach(() => cluster.close());

  it('is written whole: units with paths, posts with standards, people, certificates with levels, claims, audit', async () => {
    const { written: wrote, preview } = await written(rosterExamples, '2026-01-01');
    expect(wrote).toBe(true);
    expect(preview.counts).toEqual({
      units: { new: 4, changed: 0, unchanged: 0, refused: 0 }, posts: { new: 2, changed: 0, unchanged: 0, refused: 0 },
      people: { new: 3, changed: 0, unchanged: 0, refused: 0 }, certificates: { new: 1, changed: 0, unchanged: 0, refused: 0 },
    });
    expect(await unitVersions()).toContain('H01 UB/H01/ [2010-01-01,2025-07-01)');
    expect((await db.execute(sql`select 1 from certificate_levels`)).length).toBeGreaterThan(0);
    expect(await db.execute(sql`select text_as_given from language_claims`)).toHaveLength(1);
    expect(await db.execute(sql`select 1 from unit_successions`)).toHaveLength(1);
    expect(await db.execute(sql`select 1 from audit_details`)).toHaveLength(4 + 2 + 2 + 1);
    expect(await verifyChain(db)).toMatchObject({ faults: [] });
    expect(await db.execute(sql`select 1 from stage_people`)).toHaveLength(0);
  });

  it('changes nothing when it comes again, not even the data version', async () => {
    await written(rosterExamples, '2026-01-01');
    const version = await dataVersion(db);
    for (const reconcileEverybody of [false, true]) {
      const again = await written(rosterExamples, '2026-01-01', { reconcileEverybody });
      expect(again.written).toBe(false);
      expect(again.preview.counts.people).toEqual({ new: 0, changed: 0, unchanged: 3, refused: 0 });
      expect(again.preview.changes).toEqual([]);
    }
    expect(await dataVersion(db)).toBe(version);
  });

  it('writes nothing on a dry run and shows the same', async () => {
    const before = await everythingStored();
    const dry = await written(rosterExamples, '2026-01-01', { dryRun: true });
    expect(dry.written).toBe(false);
    expect(await everythingStored()).toBe(before);
    expect((await written(rosterExamples, '2026-01-01')).preview.counts).toEqual(dry.preview.counts);
  });

  it('starts a new row from the effective date for a changed value, and says old and new', async () => {
    await written({ units, people: [person(A, 'S')] }, '2026-01-01');
    const { preview } = await written({ people: [person(A, 'S', { office: 'Trưởng phòng', office_rank: 'Cấp phòng', leader: 'x' })] }, '2026-02-01');
    expect(await posts()).toEqual([`${A} S main 2020-01-01 2026-02-01`, `${A} S Trưởng phòng main 2026-02-01 infinity`]);
    expect(preview.changes).toEqual([{
      sheet: 'people', sheetName: 'Nhân sự', row: 2, ref: 2, kind: 'changed', subject: 'Nguyễn Văn 1', unit: 'Sở', since: '2026-02-01',
      fields: [
        { column: 'office', heading: 'Chức vụ', old: null, new: 'Trưởng phòng' },
        { column: 'office_rank', heading: 'Cấp chức vụ', old: '', new: 'Cấp phòng' },
        { column: 'leader', heading: 'Lãnh đạo, quản lý', old: '', new: 'x' },
      ],
    }]);
  });

  it('refuses a move that reaches into a later post, at the day that can be corrected, with the days of that post', async () => {
    await written({ units, people: [person(A, 'S', { valid_to: '31/12/2026' }), person(A, 'T', { valid_from: '01/01/2027' })] }, '2026-01-01');
    const result = await load({ people: [person(A, 'R', { valid_from: '01/06/2026' })] }, '2026-02-01');
    expect(!result.ok && result.failure.kind === 'rows-refused' && result.failure.preview.refusals).toMatchObject([{ column: 'valid_from', kind: 'overlaps-recorded', value: '01/06/2026', params: { days: '01/01/2027 – …' } }]);
  });

  it('overwrites in place when correcting', async () => {
    await written({ units, people: [person(A, 'S')] }, '2026-01-01');
    await written({ people: [person(A, 'T', { full_name: 'Nguyễn Văn Tám' })] }, '2026-02-01', { mode: 'correct' });
    expect(await posts()).toEqual([`${A} T main 2020-01-01 infinity`]);
  });

  it('lists what a correction removes or shortens, with days', async () => {
    await written({ units, people: [person(A, 'S', { valid_to: '31/12/2026' }), person(A, 'T', { office: 'Phó phòng', valid_from: '01/01/2027' })] }, '2026-01-01');
    const { preview } = await written({ people: [person(A, 'S')] }, '2026-02-01', { mode: 'correct', dryRun: true });
    expect(preview.removals).toEqual([{ sheet: 'people', subject: 'Nguyễn Văn 1', what: 'T, Phó phòng', from: '2027-01-01', to: null, left: [] }]);
    const moved = await written({ people: [person(A, 'R', { valid_from: '01/06/2027' })] }, '2027-06-01', { mode: 'correct', dryRun: true });
    expect(moved.preview.removals).toEqual([{ sheet: 'people', subject: 'Nguyễn Văn 1', what: 'T, Phó phòng', from: '2027-01-01', to: null, left: [{ from: '2027-06-01', to: null }] }]);
  });

  it('shows days as the workbook writes them, the last one inclusive', async () => {
    await written({ units, people: [person(A, 'S')] }, '2026-01-01');
    const ended = await written({ people: [person(A, 'S', { valid_to: '28/02/2026' })] }, '2026-02-01');
    expect(ended.preview.changes[0]?.fields).toEqual([{ column: 'valid_to', heading: 'Đến hết ngày', old: null, new: '28/02/2026' }]);
    const corrected = await written({ people: [person(A, 'S', { valid_from: '01/01/2019', valid_to: '28/02/2026' })] }, '2026-02-01', { mode: 'correct' });
    expect(corrected.preview.changes[0]?.fields).toEqual([{ column: 'valid_from', heading: 'Từ ngày', old: '01/01/2020', new: '01/01/2019' }]);
    expect(corrected.preview.counts.people).toEqual({ new: 0, changed: 1, unchanged: 0, refused: 0 });
  });

  it('refuses a start earlier than known unless correcting', async () => {
    await written({ units, people: [person(A, 'S')] }, '2026-01-01');
    expect(await refusals({ people: [person(A, 'S', { valid_from: '01/01/2015' })] }, '2026-02-01')).toEqual(['Nhân sự 2 valid_from earlier-start']);
  });

  it('gives a subtree new paths from the day its unit moves', async () => {
    await written({ units }, '2026-01-01');
    const moved = [{ code: 'Q', name: 'Sở mới', parent_code: 'R', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2026' }, { ...units[1]!, parent_code: 'Q' }];
    await written({ units: moved }, '2026-02-01');
    expect(await unitVersions()).toEqual([
      'Q R/Q/ [2026-01-01,)', 'R R/ [2010-01-01,)', 'S R/S/ [2010-01-01,2026-02-01)', 'S R/Q/S/ [2026-02-01,)', 'T R/S/T/ [2010-01-01,2026-02-01)', 'T R/Q/S/T/ [2026-02-01,)',
    ]);
    expect((await written({ units: moved }, '2026-02-01')).written).toBe(false);
  });

  it('lists who is absent and lets him depart only from a file complete for his unit', async () => {
    await written({ units, people: [person(A, 'T'), person(B, 'R')] }, '2026-01-01');
    const third = '000000000003';
    const { preview } = await written({ people: [person(third, 'S')] }, '2026-02-01');
    expect(preview.absent).toMatchObject({ people: 2, first: [{ unit: 'T' }, { unit: 'R' }] });
    const complete = await written({ people: [person(third, 'S')] }, '2026-03-01', { completeFor: 'S' });
    expect(complete.preview.departing).toMatchObject({ people: 1, first: [{ name: 'Nguyễn Văn 1', unit: 'T' }] });
    expect(complete.preview.absent).toMatchObject({ people: 1, first: [{ unit: 'R' }] });
    expect(await posts()).toEqual([`${A} T main 2020-01-01 2026-03-01`, `${B} R main 2020-01-01 infinity`, `${third} S main 2020-01-01 infinity`]);
  });

  it('shows a birth date as far as it is known, before and after', async () => {
    await written({ units, people: [person(A, 'S', { birth_date: '1985' })] }, '2026-01-01');
    const { preview } = await written({ people: [person(A, 'S', { birth_date: '01/01/1985' })] }, '2026-02-01');
    expect(preview.changes[0]?.fields).toEqual([{ column: 'birth_date', heading: 'Ngày sinh', old: '1985', new: '01/01/1985' }]);
  });

  it('tells a refused value as the file writes it, and the row it contradicts', async () => {
    const result = await load({ units, people: [person(A, 'S', { valid_to: '31/12/2022' }), person(A, 'S', { birth_date: '16/03/1985', valid_from: '01/01/2023' })] }, '2026-01-01');
    expect(!result.ok && result.failure.kind === 'rows-refused' && result.failure.preview.refusals).toMatchObject([{ row: 3, kind: 'conflicting-person', value: '16/03/1985', params: { otherRow: 2 } }]);
  });

  it('says who would go on holding a post in a unit that ends', async () => {
    await written({ units, people: [person(A, 'T'), person(B, 'S')] }, '2026-01-01');
    const { preview } = await written({ units: [{ ...units[2]!, valid_to: '31/01/2026' }] }, '2026-02-01');
    expect(preview.stranded).toMatchObject({ people: 1, first: [{ name: 'Nguyễn Văn 1', unit: 'T' }] });
  });

  it('lets two imports at once wait for each other: the second finds nothing to do', async () => {
    const both = await Promise.all([written({ units, people: [person(A, 'S')] }, '2026-01-01'), written({ units, people: [person(A, 'S')] }, '2026-01-01')]);
    expect(both.map((it) => it.written).sort()).toEqual([false, true]);
    expect(await posts()).toHaveLength(1);
  });

  it('changes a certificate that is known and rewrites the levels of its holder', async () => {
    const certificate = { id_number: A, type_code: 'ielts', number: 'X1', exam_date: '01/06/2025', score: '6.0' };
    await written({ units, people: [person(A, 'S')], certificates: [certificate] }, '2026-01-01');
    const { preview } = await written({ certificates: [{ ...certificate, score: '5.5', state: 'Đã xác minh' }] }, '2026-02-01');
    expect(preview.changes[0]?.fields.map(({ column, old, new: now }) => `${column}: ${old} → ${now}`)).toEqual(['score: 6.00 → 5.50', 'state: Đã khai → Đã xác minh']);
    expect(await db.execute(sql`select distinct state from certificate_levels`)).toEqual([{ state: 'verified' }]);
  });

  it('says which codes may have been meant', async () => {
    const rows = [{ id_number: A, type_code: 'ielst', exam_date: '01/06/2025' }, { id_number: A, type_code: 'framework', language_code: 'tiếng Trung', exam_date: '01/06/2025' }];
    const result = await load({ units, people: [person(A, 'S')], certificates: rows }, '2026-01-01');
    const near = !result.ok && result.failure.kind === 'rows-refused' ? result.failure.preview.refusals.map((it) => (it.params['near'] as string[])[0]) : [];
    expect(near).toEqual(['ielts', 'zh (Tiếng Trung Quốc)']);
  });

  it('leaves out only its person when asked to skip', async () => {
    const result = await written({ units, people: [person(A, 'S'), person(B, 'NOWHERE'), person(B, 'S', { concurrent: 'x' })] }, '2026-01-01', { skipRefused: true });
    expect(result.preview.refusals.map((it) => `${it.row} ${it.kind} ${JSON.stringify(it.params)}`)).toEqual(['3 unknown-unit {}', '4 person-has-refused-row {"otherRef":3,"otherRow":3}']);
    expect(await posts()).toEqual([`${A} S main 2020-01-01 infinity`]);
  });
});

describe('a refused row', () => {
  beforeAll(open);
  afterAll(() => cluster.close());

  it('keeps the whole file out, with sheet, row, column and kind of each', async () => {
    const before = await everythingStored();
    const rows = [
      person('12A', 'S'), person(B, 'NOWHERE'), person('000000000003', 'S', { birth_date: '30/02/1980' }), person('000000000004', 'S'), person('000000000004', 'S'),
      person('000000000005', 'S'), person('000000000005', 'T', { valid_from: '01/06/2020' }), person('000000000006', 'S', { valid_to: '31/12/2022' }), person('000000000006', 'S', { full_name: 'Người khác', valid_from: '01/01/2023' }),
    ];
    const certificates = [{ id_number: '000000000009', type_code: 'ielts', exam_date: '01/06/2025' }, { id_number: '000000000005', type_code: 'ielt', exam_date: '01/06/2025' }];
    expect(await refusals({ units: [...units, { code: 'Z', name: 'Z', parent_code: 'Y', tier: 'Cấp làng', body_kind: 'Cơ quan Đảng' }], people: rows, certificates }, '2026-01-01')).toEqual([
      'Đơn vị 5 tier not-a-choice', 'Nhân sự 2 id_number not-an-id-number', 'Nhân sự 3 unit_code unknown-unit', 'Nhân sự 4 birth_date no-such-day', 'Nhân sự 6 id_number duplicate-row',
      'Nhân sự 8 valid_from overlapping-main', 'Nhân sự 10 full_name conflicting-person', 'Chứng chỉ 2 id_number unknown-holder', 'Chứng chỉ 3 type_code unknown-certificate-type',
    ]);
    expect(await everythingStored()).toBe(before);
  });

  it.each([
    ['a parent that nobody knows', [{ ...units[1]!, parent_code: 'X' }], ['Đơn vị 2 parent_code unknown-unit']],
    ['a parent that ended before', [{ ...units[0]!, valid_to: '31/12/2020' }, units[1]!], ['Đơn vị 3 parent_code unit-not-valid-then']],
    ['a circle, and not what hangs below it', [{ ...units[0]!, parent_code: 'S' }, units[1]!, units[2]!], ['Đơn vị 2 parent_code unit-circle', 'Đơn vị 3 parent_code unit-circle']],
    ['rows of one unit that overlap', [units[0]!, { ...units[0]!, valid_from: '01/01/2020' }], ['Đơn vị 2 valid_from overlapping-rows', 'Đơn vị 3 valid_from overlapping-rows']],
    ['successors without an end', [{ ...units[0]!, succeeded_by: 'R', succession_kind: 'Sáp nhập' }], ['Đơn vị 2 valid_to succession-without-end']],
    ['a level of government that is gone', [{ ...units[0]!, tier: 'Cấp huyện', valid_from: '01/01/2026' }], ['Đơn vị 2 tier tier-not-valid-then']],
  ])('names %s', async (_, rows, expected) => {
    expect(await refusals({ units: rows }, '2026-01-01')).toEqual(expected);
  });

  it.each([
    ['a unit that is not there on these days', { units: [{ ...units[0]!, valid_to: '31/12/2022' }], people: [person(A, 'R')] }, ['Nhân sự 2 unit_code unit-not-valid-then']],
    ['an unknown post', { units, people: [person(A, 'R', { post_code: 'P' })] }, ['Nhân sự 2 post_code unknown-post']],
    ['history without a start', { units, people: [person(A, 'R', { valid_from: '', valid_to: '31/12/2022' })] }, ['Nhân sự 2 valid_from start-missing']],
    ['a list on a concurrent post', { units, people: [person(A, 'R', { concurrent: 'x', planned_rank: 'Cấp sở', training_list: 'x' })] }, ['Nhân sự 2 planned_rank main-post-only', 'Nhân sự 2 training_list main-post-only']],
    ['a level the framework lacks', { posts: [{ code: 'P', name: 'P', level: '9' }] }, ['Vị trí việc làm 2 level unknown-level']],
    ['a last day without the level it belongs to', { posts: [{ code: 'P', name: 'P', valid_to: '31/12/2020' }] }, ['Vị trí việc làm 2 level level-missing']],
    ['somebody born too early or too late', { units, people: [person(A, 'R', { birth_date: '01/01/1919' }), person(B, 'R', { birth_date: '02/01/2005' })] }, ['Nhân sự 2 birth_date birth-too-early', 'Nhân sự 3 birth_date too-young']],
    ['two names for one post', { posts: [{ code: 'P', name: 'P' }, { code: 'P', name: 'Q' }] }, ['Vị trí việc làm 2 valid_from overlapping-rows', 'Vị trí việc làm 3 name conflicting-post', 'Vị trí việc làm 3 valid_from overlapping-rows']],
    ['a language of another test', { units, people: [person(A, 'R')], certificates: [{ id_number: A, type_code: 'ielts', language_code: 'fr', exam_date: '01/01/2020' }] }, ['Chứng chỉ 2 language_code language-differs']],
    ['scores no test gives', { units, people: [person(A, 'R')], certificates: [{ id_number: A, type_code: 'ielts', exam_date: '01/01/2020', score: '15', listening: '9', writing: '99' }] }, ['Chứng chỉ 2 score score-out-of-range', 'Chứng chỉ 2 writing score-out-of-range']],
    ['half a decision', { units, people: [person(A, 'R')], certificates: [{ id_number: A, type_code: 'ielts', exam_date: '01/01/2020', decision_level: '4' }] }, ['Chứng chỉ 2 decision_level decision-incomplete']],
  ] satisfies [string, RosterSheets, string[]][])('names %s', async (_, sheets, expected) => {
    expect(await refusals(sheets, '2026-01-01')).toEqual(expected);
  });
});
