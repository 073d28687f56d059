import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { unitIdsByCode } from '@saubac/db/units';
import type { HeldRole } from '@saubac/domain/access';
import type { Layout } from '@saubac/domain/layouts';
import type { Cell } from '@saubac/domain/people';
import { isoDate, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { laterWork, pieces } from '../../test/later-work.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { type FileStore, openFileStore } from '../files/index.ts';
import { deleteSavedLayout, findLayout, getLayout, listLayouts, renameSavedLayout, saveLayout } from '../layouts/index.ts';
import { checkImport, commitImport, confirmLayout, getImport, getImportLayout, type ImportView, listFindings, startImport, writeImport } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let files: FileStore;
let ids: Map<string, UnitId>;

const times = { today: isoDate('2026-03-01'), now: () => new Date('2026-03-01T08:00:00Z') };
const operator = (): Ctx => testCtx({ db, ...times });
const userId = '0199a5c2-0000-7000-8000-00000000000a' as UserId;
const otherId = '0199a5c2-0000-7000-8000-00000000000b' as UserId;
const holding = (role: HeldRole['role'], unit: string, id = userId): Ctx =>
  testCtx({ db, ...times, actor: { id, label: 'Officer' }, access: { kind: 'granted', held: [{ role, scope: subtreesOf([ids.get(unit)!]) }] } });
const later = () => laterWork({ db, files });
const all = rosterLoader(operator, () => folder);

const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const kept = {
  id_number: '000000000001', full_name: 'Nguyễn Văn An', birth_date: '01/02/1980', sex: 'Nam', ethnicity: 'Tày', unit_code: 'AG', kind: 'Công chức', rank_code: '01.003', office: 'Trưởng phòng', office_rank: 'Cấp phòng',
  leader: 'x', planned_rank: 'Cấp sở', training_list: 'x', valid_from: '01/01/2020', valid_to: '31/12/2030',
};

const headings: Cell[] = ['TT', 'Họ và tên', 'Ngày, tháng, năm sinh', null, 'Số CCCD', 'Mã đơn vị', 'Chức vụ', 'Trình độ', null, 'Ghi chú'];
const subHeadings: Cell[] = [null, null, 'Nam', 'Nữ', null, null, null, 'Chuyên môn', 'Ngoại ngữ', null];
const signed: Cell[][] = [[null, 'Tổng cộng: 2'], [null, null, null, null, null, 'Nơi lập, ngày 05 tháng 01 năm 2026'], [null, 'Người lập biểu', null, null, null, 'GIÁM ĐỐC'], [null, 'Lê Thị Lập']];
const row = (n: number, name: string, [man, woman]: [string | null, string | null], unitCode: string, more: Cell[] = []): Cell[] => [n, name, man, woman, String(n).padStart(12, '0'), unitCode, ...more];
const sheet = (name: string, people: Cell[][], head = headings) => ({ name, rows: [['SỞ MẪU'], [null, 'DANH SÁCH CÔNG CHỨC'], [], head, subHeadings, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ...people, ...signed] as never[][] });
const an = row(1, 'Nguyễn Văn An', ['01/02/1980', null], 'AG', ['Trưởng phòng', 'ThS', 'IELTS 6.0', 'x']);
const binh = row(2, 'Trần Thị Bình', [null, '1985'], 'AG', ['Chuyên viên', 'ĐH', 'B1']);

let count = 0;
const upload = async (ctx: Ctx, sheets: ReturnType<typeof sheet>[]): Promise<ImportView> => {
  const path = join(folder, `up-${(count += 1)}.xlsx`);
  await writeFile(path, await writeXlsx({ sheets }));
  return uploadFile(ctx, path);
};
const uploadFile = async (ctx: Ctx, path: string): Promise<ImportView> => {
  const started = await startImport(ctx, files, { upload: { content: pieces(await readFile(path)), name: 'Danh sách.xlsx' }, effectiveDate: isoDate('2026-01-01') });
  if (!started.ok) throw new Error(JSON.stringify(started.failure));
  await checkImport(later(), started.value.id);
  return seen(ctx, started.value.id);
};
const seen = async (ctx: Ctx, id: string): Promise<ImportView> => {
  const found = await getImport(ctx, id);
  if (!found.ok) throw new Error(found.failure.kind);
  return found.value;
};
const proposed = async (ctx: Ctx, id: string): Promise<Layout> => {
  const found = await getImportLayout(ctx, id);
  if (!found.ok || !found.value.proposal?.layout) throw new Error('nothing proposed');
  return found.value.proposal.layout;
};
const confirmed = async (ctx: Ctx, it: ImportView, layout: Layout, saveAs?: string): Promise<ImportView> => {
  const done = await confirmLayout(ctx, { id: it.id, version: it.version, layout, saveAs });
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  await checkImport(later(), it.id);
  return seen(ctx, it.id);
};
const written = async (ctx: Ctx, it: ImportView): Promise<ImportView> => {
  await commitImport(ctx, { id: it.id, version: it.version });
  await writeImport(later(), it.id);
  return seen(ctx, it.id);
};
const acts = async () => (await db.execute<{ act: string }>(sql`select act from audit_entries order by position`)).map(({ act }) => act);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foreign-'));
  files = await openFileStore(join(folder, 'files'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  await all.written({ units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R')], people: [kept] }, '2025-12-01');
  ids = await unitIdsByCode(db, ['R', 'AG', 'OT']);
  for (const id of [userId, otherId]) await db.execute(sql`insert into grants (user_id, role, unit_id, valid_from) values (${id}::uuid, 'agency-officer', ${ids.get('AG')!}::uuid, '2020-01-01')`);
});
afterEach(() => cluster.close());

describe('an import of a file that is not the template', () => {
  it('waits for a layout, is read with it, and the next file of the agency is read without asking', async () => {
    const officer = holding('agency-officer', 'AG');
    const first = await upload(officer, [sheet('Quý I', [an, binh])]);
    expect(first).toMatchObject({ state: 'needs-layout', preview: null, failure: null });
    const asked = await getImportLayout(officer, first.id);
    expect(asked).toMatchObject({ ok: true, value: { layout: null, proposal: { complete: true, sheets: [{ target: 'people', sample: [{ row: 7, cells: { full_name: 'Nguyễn Văn An', birth_date: '01/02/1980', sex: 'Nam', kind: 'Công chức' } }, { row: 8 }] }] } } });
    const it = await confirmed(officer, first, await proposed(officer, first.id), 'Sở Mẫu');
    expect(it).toMatchObject({ state: 'checked', preview: { counts: { people: { new: 1, changed: 0, unchanged: 1, refused: 0 } } } });
    expect(it.preview?.reading).toMatchObject({
      layout: { how: 'given' }, leftOut: [],
      sheets: [{ name: 'Quý I', sheet: 'people', rows: 12, data: 2, skipped: { blank: { count: 1, first: [3] }, header: { count: 5 }, total: { count: 1, first: [9] }, signature: { count: 3, first: [10, 11, 12] } }, unused: [{ heading: 'Trình độ / Chuyên môn', filled: 2 }, { heading: 'Ghi chú', filled: 1 }] }],
    });
    expect(await written(officer, it)).toMatchObject({ state: 'committed' });
    const second = await upload(officer, [sheet('Quý II', [an, binh, row(3, 'Lê Văn Chi', ['1990', null], 'AG')])]);
    expect(second).toMatchObject({ state: 'checked', preview: { reading: { layout: { how: 'saved', name: 'Sở Mẫu' } }, counts: { people: { new: 1, unchanged: 2, refused: 0 } } } });
    expect(await written(officer, second)).toMatchObject({ state: 'committed' });
    expect((await acts()).slice(1)).toEqual(['import.uploaded', 'import.layout-confirmed', 'import-layout.saved', 'import.confirmed', 'roster.imported', 'import.uploaded', 'import.confirmed', 'roster.imported']);
    expect((await verifyChain(db)).faults).toEqual([]);
    expect(await db.execute(sql`select sources -> 0 ->> 'name' as name, layout ->> 'how' as how from roster_batches where sources is not null and state = 'committed' order by created_at`)).toEqual([{ name: 'Quý I', how: 'given' }, { name: 'Quý II', how: 'saved' }]);
  });

  it('leaves what it does not state as it is, and not known of who is new', async () => {
    const it = await upload(operator(), [sheet('DS', [an, binh])]);
    await written(operator(), await confirmed(operator(), it, await proposed(operator(), it.id)));
    const people = await db.execute(sql`
      select p.full_name as name, p.ethnicity, p.sex, a.rank_code as rank, a.office_rank as "officeRank", a.leader, a.valid_to::text as to, (select count(*)::int from planned_posts l where l.person_id = p.id) as planned,
        (select count(*)::int from language_training_list t where t.person_id = p.id) as training
      from people p join assignments a on a.person_id = p.id order by p.id_number`);
    expect([...people]).toEqual([
      { name: 'Nguyễn Văn An', ethnicity: 'Tày', sex: 'male', rank: '01.003', officeRank: 20, leader: true, to: '2031-01-01', planned: 1, training: 1 },
      { name: 'Trần Thị Bình', ethnicity: null, sex: 'female', rank: null, officeRank: null, leader: null, to: 'infinity', planned: 0, training: 0 },
    ]);
  });

  it('keeps the lists and the rank of somebody who moves, and nothing of the post that he leaves', async () => {
    const moved = row(1, 'Nguyễn Văn An', ['01/02/1980', null], 'OT', ['Chuyên viên']);
    const it = await upload(operator(), [sheet('DS', [moved])]);
    const checked = await confirmed(operator(), it, await proposed(operator(), it.id));
    expect(checked).toMatchObject({ state: 'checked', preview: { counts: { people: { changed: 1, refused: 0 } } } });
    await written(operator(), checked);
    expect([...(await db.execute(sql`select u.code as unit, a.rank_code as rank, a.office, a.leader, a.valid_from::text as from, a.valid_to::text as to from assignments a join units u on u.id = a.unit_id order by a.valid_from`))]).toEqual([
      { unit: 'AG', rank: '01.003', office: 'Trưởng phòng', leader: true, from: '2020-01-01', to: '2026-01-01' },
      { unit: 'OT', rank: '01.003', office: 'Chuyên viên', leader: null, from: '2026-01-01', to: 'infinity' },
    ]);
    expect([...(await db.execute(sql`select valid_to::text as to from planned_posts`))]).toHaveLength(1);
  });

  it('reads what an office program wrote: merged headings, two sheets, groups, dates of three kinds, a page that is signed', async () => {
    const it = await uploadFile(operator(), fileURLToPath(new URL('../../test/foreign/two-sheets-of-an-agency.xlsx', import.meta.url)));
    const layout = await proposed(operator(), it.id);
    expect(layout.sheets).toHaveLength(1);
    // Its groups are rooms that nobody registered: the officer says the unit himself.
    const own = { ...layout, sheets: layout.sheets.map((rule) => ({ ...rule, columns: { ...rule.columns, unit_code: { from: 'constant' as const, value: 'AG' } } })) };
    const checked = await confirmed(operator(), it, own);
    expect(checked).toMatchObject({ state: 'checked', preview: { counts: { people: { new: 3, refused: 0 } }, reading: { leftOut: ['Lưu ý'], sheets: [{ name: 'Biên chế', data: 3, skipped: { group: { count: 2, first: [9, 12] }, total: { count: 1, first: [14] } } }, { name: 'Biệt phái', data: 1 }] } } });
    for (const { rows, data, skipped } of checked.preview!.reading!.sheets) expect(data + Object.values(skipped).reduce((sum, { count: left }) => sum + left, 0)).toBe(rows);
    await written(operator(), checked);
    expect([...(await db.execute(sql`select full_name as name, birth_date::text as birth, birth_precision as precision, sex from people order by id_number`))]).toEqual([
      { name: 'Nguyễn Văn An', birth: '1980-02-01', precision: 'day', sex: 'male' }, { name: 'Trần Thị Bình', birth: '1985-03-15', precision: 'day', sex: 'female' },
      { name: 'Lê Văn Chi', birth: '1990-01-01', precision: 'year', sex: 'male' }, { name: 'Phạm Thị Dung', birth: '1992-11-20', precision: 'day', sex: 'female' },
    ]);
  });

  it('names the sheet and the row of the file, its own headings, and the sheet of another row', async () => {
    const twice = row(2, 'Trần Thị Khác', [null, '1985'], 'AG');
    const it = await upload(operator(), [sheet('Phòng A', [an, row(4, 'Sai Ngày', ['30/02/1980', null], 'AG')]), sheet('Phòng B', [binh]), sheet('Phòng C', [twice])]);
    const checked = await confirmed(operator(), it, await proposed(operator(), it.id));
    expect(checked).toMatchObject({ state: 'refused', preview: { counts: { people: { refused: 2 } } } });
    const { value } = (await listFindings(operator(), { id: it.id, list: 'refusals' })) as { value: { items: { sheetName: string; row: number; ref: number; heading: string; kind: string; params: object }[] } };
    expect(value.items.map(({ sheetName, row: at, ref, heading, kind, params }) => ({ sheetName, at, ref, heading, kind, params }))).toMatchObject([
      { sheetName: 'Phòng A', at: 8, ref: 8, heading: 'Ngày, tháng, năm sinh / Nam + Ngày, tháng, năm sinh / Nữ', kind: 'no-such-day' },
      { sheetName: 'Phòng C', at: 7, ref: 2 * 2 ** 20 + 7, heading: 'Họ và tên', kind: 'conflicting-person', params: { otherRow: '7 (Phòng B)' } },
      { sheetName: 'Phòng C', at: 7, kind: 'duplicate-row' },
    ]);
  });

  it('is refused with sheet and column when a saved layout no longer fits, unless another is given', async () => {
    const it = await upload(operator(), [sheet('DS', [an])]);
    const layout = await proposed(operator(), it.id);
    const other = await upload(operator(), [sheet('DS', [an, binh], headings.map((heading) => (heading === 'Số CCCD' ? 'Mã số' : heading)))]);
    expect(other.state).toBe('needs-layout');
    expect(await confirmed(operator(), other, layout)).toMatchObject({ state: 'refused', failure: { kind: 'layout-column-missing', sheet: 'DS', column: 'Số CCCD' } });
    const again = await seen(operator(), other.id);
    expect(await confirmed(operator(), again, await proposed(operator(), other.id))).toMatchObject({ state: 'checked' });
  });

  it('takes no layout that is not one, nor on the word of who saw another import', async () => {
    const it = await upload(operator(), [sheet('DS', [an])]);
    const layout = await proposed(operator(), it.id);
    const { kind: _, ...columns } = layout.sheets[0]!.columns;
    const say = (given: Layout, version = it.version) => confirmLayout(operator(), { id: it.id, version, layout: given });
    expect(await say({ ...layout, sheets: [{ ...layout.sheets[0]!, columns }] })).toEqual({ ok: false, failure: { kind: 'layout-incomplete', sheet: 'DS', columns: ['Đối tượng'] } });
    expect(await say({ ...layout, sheets: [{ ...layout.sheets[0]!, target: null }] })).toEqual({ ok: false, failure: { kind: 'layout-reads-nothing' } });
    expect(await say({ ...layout, sheets: [{ ...layout.sheets[0]!, columns: { ...layout.sheets[0]!.columns, salary: { from: 'constant', value: 'x' } } }] })).toMatchObject({ failure: { kind: 'layout-unknown-column', column: 'salary' } });
    expect(await say(layout, it.version - 1)).toMatchObject({ ok: false, failure: { kind: 'changed-meanwhile', yours: { version: it.version - 1 }, current: { version: it.version } } });
    expect(await say(layout)).toMatchObject({ ok: true, value: { state: 'uploaded' } });
    expect(await say(layout)).toMatchObject({ ok: true, value: { state: 'uploaded' } });
    await checkImport(later(), it.id);
    await written(operator(), await seen(operator(), it.id));
    expect(await say(layout, 99)).toMatchObject({ ok: false, failure: { kind: 'import-not-waiting-for-layout', state: 'committed' } });
  });

  it('does not show its proposal to officers of other units, nor take their word', async () => {
    const it = await upload(operator(), [sheet('DS', [an])]);
    const layout = await proposed(operator(), it.id);
    const officer = holding('agency-officer', 'AG');
    const unknown = { ok: false, failure: { kind: 'unknown-import', import: it.id } };
    expect(await getImportLayout(officer, it.id)).toEqual(unknown);
    expect(await confirmLayout(officer, { id: it.id, version: it.version, layout })).toEqual(unknown);
    const auditor = testCtx({ db, ...times, actor: { id: userId, label: 'A' }, access: { kind: 'granted', held: [{ role: 'auditor', scope: subtreesOf([ids.get('AG')!]) }] } });
    expect(await getImportLayout(auditor, it.id)).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await listLayouts(auditor)).toMatchObject({ failure: { kind: 'forbidden' } });
  });
});

describe('a saved layout', () => {
  const definition: Layout = {
    format: 1,
    sheets: [{ target: 'people', name: 'DS', headings: ['Họ tên', 'CCCD', 'Đơn vị'], columns: { full_name: { from: 'column', heading: 'Họ tên', nth: 0 }, id_number: { from: 'column', heading: 'CCCD', nth: 0 }, unit_code: { from: 'column', heading: 'Đơn vị', nth: 0 }, kind: { from: 'constant', value: 'Viên chức' } } }],
  };

  it('has a name of its own, and is the same when it is saved again', async () => {
    const officer = holding('agency-officer', 'AG');
    expect(await saveLayout(officer, { name: 'Trường A', definition })).toEqual({ ok: true, value: null });
    expect(await saveLayout(officer, { name: 'trường a', definition })).toEqual({ ok: true, value: null });
    expect(await saveLayout(officer, { name: 'TRƯỜNG A', definition: { ...definition, sheets: [{ ...definition.sheets[0]!, name: 'Khác' }] } })).toEqual({ ok: false, failure: { kind: 'layout-name-taken', name: 'TRƯỜNG A' } });
    expect(await listLayouts(officer)).toMatchObject({ value: [{ name: 'Trường A', version: 1, confirmedBy: { id: userId }, definition }] });
  });

  it('is read by whoever may import, and renamed and deleted by who confirmed it or who imports for all', async () => {
    await saveLayout(holding('agency-officer', 'AG'), { name: 'Trường A', definition });
    const other = holding('agency-officer', 'OT', otherId);
    const found = await findLayout(other, 'trường a');
    if (!found.ok) throw new Error(found.failure.kind);
    const { id, version } = found.value;
    expect(await getLayout(other, id)).toMatchObject({ ok: true });
    expect(await renameSavedLayout(other, { id, version, name: 'B' })).toEqual({ ok: false, failure: { kind: 'layout-not-yours' } });
    expect(await deleteSavedLayout(other, { id, version })).toEqual({ ok: false, failure: { kind: 'layout-not-yours' } });
    expect(await renameSavedLayout(holding('agency-officer', 'AG'), { id, version, name: 'B' })).toMatchObject({ ok: true, value: { name: 'B', version: 2 } });
    expect(await renameSavedLayout(operator(), { id, version, name: 'C' })).toMatchObject({ failure: { kind: 'changed-meanwhile', current: { name: 'B', version: 2 } } });
    expect(await deleteSavedLayout(operator(), { id, version: 2 })).toEqual({ ok: true, value: null });
    expect(await getLayout(operator(), id)).toEqual({ ok: false, failure: { kind: 'unknown-layout', layout: id } });
    expect((await acts()).slice(1)).toEqual(['import-layout.saved', 'import-layout.renamed', 'import-layout.deleted']);
  });

  it('is unknown in another tenant', async () => {
    await saveLayout(operator(), { name: 'Trường A', definition });
    const there = testCtx({ db: (await cluster.openTenant('beta')).db, ...times });
    expect(await findLayout(there, 'Trường A')).toMatchObject({ failure: { kind: 'unknown-layout' } });
  });
});
