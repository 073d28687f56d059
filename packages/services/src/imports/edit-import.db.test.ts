import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import { unitIdsByCode } from '@saubac/db/units';
import type { RowEdit } from '@saubac/domain/people';
import type { Result } from '@saubac/domain/values';
import { isoDate, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { laterWork, pieces } from '../../test/later-work.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { type FileStore, openFileStore } from '../files/index.ts';
import { type RosterSheets, writeRosterWorkbook } from '../roster/index.ts';
import { cancelImport, checkImport, commitImport, countRefusalKinds, editImportRows, getImport, type ImportView, listEdits, listImportRows, recheckImport, startImport, withdrawEdits, writeImport } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let files: FileStore;
let ids: Map<string, UnitId>;

const times = { today: isoDate('2026-03-01'), now: () => new Date('2026-03-01T08:00:00Z') };
const operator = (): Ctx => testCtx({ db, ...times });
const officer = (): Ctx =>
  testCtx({ db, ...times, actor: { id: '0199a5c2-0000-7000-8000-00000000000a' as UserId, label: 'Officer' }, access: { kind: 'granted', held: [{ role: 'agency-officer', scope: subtreesOf([ids.get('AG')!]) }] } });
const later = () => laterWork({ db, files });
const load = rosterLoader(operator, () => folder);

const person = (id: number, unit: string, more: Record<string, string> = {}) => ({ id_number: String(id).padStart(12, '0'), full_name: `Nguyễn Văn ${id}`, unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
let count = 0;
const checked = async (sheets: RosterSheets): Promise<ImportView> => {
  const path = join(folder, `edit-${(count += 1)}.xlsx`);
  await writeRosterWorkbook(path, sheets);
  const { id } = got(await startImport(operator(), files, { upload: { content: pieces(await readFile(path)), name: 'Danh sách.xlsx' }, effectiveDate: isoDate('2026-01-01') }));
  await checkImport(later(), id);
  return seen(id);
};
const seen = async (id: string): Promise<ImportView> => got(await getImport(operator(), id));
const edited = async ({ id, version }: ImportView, ...edits: RowEdit[]) => got(await editImportRows(operator(), { id, version, edits }));
const rechecked = async (it: ImportView): Promise<ImportView> => {
  got(await recheckImport(operator(), { id: it.id, version: it.version }));
  await checkImport(later(), it.id);
  return seen(it.id);
};
const rowsOf = async (id: string, more: { sheet?: 'people'; kind?: string } = {}) => got(await listImportRows(operator(), { id, ...more })).rows;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edits-'));
  files = await openFileStore(join(folder, 'files'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  await load.written({ units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R')], people: [person(1, 'AG')] }, '2025-12-01');
  ids = await unitIdsByCode(db, ['R', 'AG', 'OT']);
});
afterEach(() => cluster.close());

describe('a refused import', () => {
  it('shows its refused rows as they were read, by kind and by sheet', async () => {
    const it = await checked({ people: [person(2, 'AG', { birth_date: '1980', sex: 'Nam' }), person(3, 'XX', { birth_date: '30/02/1980' }), person(4, 'XX')] });
    expect(it).toMatchObject({ state: 'refused', endedAt: null, edits: 0, uncheckedEdits: false });
    const rows = await rowsOf(it.id);
    expect(rows.map(({ row, refusals }) => [row, refusals.map(({ kind }) => kind)])).toEqual([[3, ['no-such-day']], [4, ['unknown-unit']]]);
    expect(rows[0]!.cells).toMatchObject({ id_number: '000000000003', birth_date: '30/02/1980', unit_code: 'XX', kind: 'Công chức', valid_from: '01/01/2020', valid_to: '' });
    expect((await rowsOf(it.id, { kind: 'unknown-unit' })).map(({ row }) => row)).toEqual([4]);
    expect(got(await countRefusalKinds(operator(), it.id))).toEqual([{ sheet: 'people', kind: 'no-such-day', rows: 1 }, { sheet: 'people', kind: 'unknown-unit', rows: 1 }]);
    expect(got(await listImportRows(operator(), { id: it.id, limit: 1 }))).toMatchObject({ rows: [{ row: 3 }], next: 1 });
  });

  it('is corrected cell by cell, checked again without a new upload, and written', async () => {
    const it = await checked({ people: [person(2, 'AG', { birth_date: '30/02/1980' }), person(3, 'XX')] });
    const after = await edited(it, { kind: 'cell', sheet: 'people', ref: 2, column: 'birth_date', text: '28/02/1980' }, { kind: 'cell', sheet: 'people', ref: 3, column: 'unit_code', text: 'AG' });
    expect(after.edits).toMatchObject([{ was: '30/02/1980', text: '28/02/1980', met: null, by: { name: 'test' } }, { was: 'XX', text: 'AG' }]);
    expect(after.import).toMatchObject({ edits: 2, uncheckedEdits: true, version: it.version + 1 });
    const again = await rechecked(after.import);
    expect(again).toMatchObject({ state: 'checked', uncheckedEdits: false, preview: { counts: { people: { new: 2, refused: 0 } } } });
    expect(got(await listEdits(operator(), { id: it.id })).edits).toMatchObject([{ met: 1 }, { met: 1 }]);
    expect((await rowsOf(it.id)).map(({ row, refusals, edits }) => [row, refusals.length, edits.map(({ column }) => column)])).toEqual([[2, 0, ['birth_date']], [3, 0, ['unit_code']]]);
    got(await commitImport(operator(), { id: it.id, version: again.version }));
    await writeImport(later(), it.id);
    expect(await seen(it.id)).toMatchObject({ state: 'committed' });
    expect(await db.execute(sql`select birth_date::text from people where id_number = '000000000002'`)).toEqual([{ birth_date: '1980-02-28' }]);
  });

  it('is corrected by one rule for all rows that say the same, and by leaving a row out', async () => {
    const it = await checked({ people: [person(2, 'Phòng Một'), person(3, 'Phòng Một'), person(4, 'Phòng Một'), person(5, 'YY')] });
    const after = await edited(it, { kind: 'same-value', sheet: 'people', column: 'unit_code', match: 'Phòng Một', text: 'AG' }, { kind: 'leave-out', sheet: 'people', ref: 5 });
    const again = await rechecked(after.import);
    expect(again).toMatchObject({ state: 'checked', preview: { counts: { people: { new: 3, refused: 0 } } } });
    expect(got(await listEdits(operator(), { id: it.id })).edits).toMatchObject([{ kind: 'same-value', met: 3 }, { kind: 'leave-out', met: 1 }]);
  });

  it('cannot be agreed to while no check has seen its edits', async () => {
    const it = await checked({ people: [person(2, 'AG')] });
    const after = await edited(it, { kind: 'cell', sheet: 'people', ref: 2, column: 'full_name', text: 'Trần An' });
    expect(await commitImport(operator(), { id: it.id, version: after.import.version })).toMatchObject({ ok: false, failure: { kind: 'import-edits-unchecked' } });
    const again = await rechecked(after.import);
    got(await commitImport(operator(), { id: it.id, version: again.version }));
    await writeImport(later(), it.id);
    expect(await db.execute(sql`select full_name from people where id_number = '000000000002'`)).toEqual([{ full_name: 'Trần An' }]);
    expect(got(await listEdits(operator(), { id: it.id })).edits).toMatchObject([{ was: 'Nguyễn Văn 2', met: 1 }]);
  });

  it('tells who edits on an older version what stands there now, and takes nothing of his', async () => {
    const it = await checked({ people: [person(2, 'XX')] });
    await edited(it, { kind: 'cell', sheet: 'people', ref: 2, column: 'unit_code', text: 'AG' });
    const mine: RowEdit = { kind: 'cell', sheet: 'people', ref: 2, column: 'unit_code', text: 'OT' };
    const late = await editImportRows(operator(), { id: it.id, version: it.version, edits: [mine] });
    expect(late).toMatchObject({ ok: false, failure: { kind: 'changed-meanwhile', yours: { version: it.version, edits: [mine] }, current: { import: { version: it.version + 1 }, edits: [{ text: 'AG', was: 'XX' }] } } });
    const [a, b] = await Promise.all(['AG', 'OT'].map((text) => editImportRows(operator(), { id: it.id, version: it.version + 1, edits: [{ ...mine, text }] })));
    expect([a!.ok, b!.ok].toSorted()).toEqual([false, true]);
    expect(got(await listEdits(operator(), { id: it.id })).edits).toHaveLength(1);
  });

  it('lets edits be taken back: the next check reads the file again', async () => {
    const it = await checked({ people: [person(2, 'XX')] });
    const after = await edited(it, { kind: 'cell', sheet: 'people', ref: 2, column: 'unit_code', text: 'AG' });
    const fine = await rechecked(after.import);
    const back = got(await withdrawEdits(operator(), { id: it.id, version: fine.version, edits: after.edits.map(({ id }) => id) }));
    expect(back).toMatchObject({ import: { edits: 0, uncheckedEdits: true }, edits: [{ text: 'AG', was: 'XX' }] });
    expect(await rechecked(back.import)).toMatchObject({ state: 'refused', preview: { counts: { people: { refused: 1 } } } });
    expect((await rowsOf(it.id))[0]!.cells['unit_code']).toBe('XX');
  });

  it('is edited while it stands, not once it is over, nor while it is worked on, nor by whoever may not see it', async () => {
    const it = await checked({ people: [person(2, 'XX')] });
    const edits: RowEdit[] = [{ kind: 'leave-out', sheet: 'people', ref: 2 }];
    expect(await editImportRows(officer(), { id: it.id, version: it.version, edits })).toMatchObject({ ok: false, failure: { kind: 'unknown-import' } });
    expect(await listImportRows(officer(), { id: it.id })).toMatchObject({ ok: false, failure: { kind: 'unknown-import' } });
    expect(await recheckImport(officer(), { id: it.id, version: it.version })).toMatchObject({ ok: false, failure: { kind: 'unknown-import' } });
    expect(await editImportRows(operator(), { id: it.id, version: it.version, edits: [{ kind: 'cell', sheet: 'people', ref: 2, column: 'salary', text: '1' }] })).toMatchObject({ ok: false, failure: { kind: 'unknown-edit-column' } });
    got(await recheckImport(operator(), { id: it.id, version: it.version }));
    expect(await editImportRows(operator(), { id: it.id, version: it.version + 1, edits })).toMatchObject({ ok: false, failure: { kind: 'import-not-editable', state: 'checking' } });
    got(await cancelImport(operator(), it.id));
    expect(await withdrawEdits(operator(), { id: it.id, version: it.version + 2, edits: [] })).toMatchObject({ ok: false, failure: { kind: 'import-not-editable', state: 'cancelled' } });
  });

  it('leaves in the audit who corrected what, with personal numbers masked', async () => {
    const it = await checked({ people: [person(2, 'AG', { id_number: '1234567' })] });
    await edited(it, { kind: 'cell', sheet: 'people', ref: 2, column: 'id_number', text: '012345678901' });
    const [entry] = await db.execute<{ after: unknown }>(sql`select p.after from audit_entries e join audit_payloads p on p.entry_id = e.id where e.act = 'import.edited'`);
    expect(entry!.after).toEqual({ edits: [{ sheet: 'people', row: 2, column: 'id_number', was: '••••567', text: '•••••••••901' }] });
  });

  it('says that the very same file was written before', async () => {
    const path = join(folder, 'same.xlsx');
    await writeRosterWorkbook(path, { people: [person(2, 'AG')] });
    const start = async () => got(await startImport(operator(), files, { upload: { content: pieces(await readFile(path)), name: 'a.xlsx' }, effectiveDate: isoDate('2026-01-01') }));
    const first = await start();
    await checkImport(later(), first.id);
    got(await commitImport(operator(), { id: first.id, version: (await seen(first.id)).version }));
    await writeImport(later(), first.id);
    const second = await start();
    expect(second.sameFile).toMatchObject({ id: first.id, by: 'test' });
    expect((await seen(first.id)).sameFile).toBeNull();
  });
});
