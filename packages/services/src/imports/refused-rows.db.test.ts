import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import { isoDate, type Result } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { laterWork, pieces } from '../../test/later-work.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { type FileStore, openFileStore } from '../files/index.ts';
import { writeRosterWorkbook } from '../roster/index.ts';
import { checkImport, getImport, refusedRowsFile, startImport } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let files: FileStore;

const operator = (): Ctx => testCtx({ db, today: isoDate('2026-03-01'), now: () => new Date('2026-03-01T08:00:00Z') });
const load = rosterLoader(operator, () => folder);
const person = (id: number, unit: string, more: Record<string, string> = {}) => ({ id_number: String(id).padStart(12, '0'), full_name: `Nguyễn Văn ${id}`, unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const checked = async (bytes: Uint8Array) => {
  const { id } = got(await startImport(operator(), files, { upload: { content: pieces(bytes), name: 'Danh sách.xlsx' }, effectiveDate: isoDate('2026-01-01') }));
  await checkImport(laterWork({ db, files }), id);
  return got(await getImport(operator(), id));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refused-rows-'));
  files = await openFileStore(join(folder, 'files'));
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  await load.written({ units: [unit('R', ''), unit('AG', 'R')], people: [person(1, 'AG')] }, '2025-12-01');
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

describe('the workbook of refused rows', () => {
  it('holds those rows alone, with why and what to do, and is taken again once it is corrected', async () => {
    const path = join(folder, 'in.xlsx');
    await writeRosterWorkbook(path, { people: [person(2, 'AG'), person(3, 'XX', { birth_date: '30/02/1980', office: '=1+1' }), person(4, 'AG', { sex: 'Khác' })] });
    const it = await checked(await readFile(path));
    const file = got(await refusedRowsFile(operator(), it.id));
    expect(file).toMatchObject({ name: 'Dòng không nhận - Danh sách.xlsx' });
    const bytes = Buffer.concat(await file.content.toArray());
    expect(bytes.byteLength).toBe(file.size);
    const { sheets } = await readXlsx(bytes, { sheets: ['Nhân sự'] });
    const rows = sheets[0]!.rows;
    const [headings, ...refused] = rows;
    const at = (row: readonly unknown[] | undefined, heading: string) => row?.[headings!.indexOf(heading)];
    expect(refused.map((row) => at(row, 'Số định danh cá nhân'))).toEqual(['000000000003', '000000000004']);
    expect(at(refused[0], 'Ngày sinh')).toBe('30/02/1980');
    expect(at(refused[0], 'Chức vụ')).toBe("'=1+1");
    expect(refused.map((row) => at(row, 'Dòng trong tệp gốc'))).toEqual(['3', '4']);
    expect(at(refused[0], 'Lý do không nhận')).toBe('Cột “Ngày sinh”, giá trị “30/02/1980”: Không có ngày này.');
    expect(at(refused[1], 'Cách sửa')).toBe('Cột “Giới tính”: Dùng một trong: Nam, Nữ.');
    const corrected = rows.map((row) => row.map((cell) => (cell === '30/02/1980' ? '28/02/1980' : cell === 'Khác' ? 'Nam' : cell === 'XX' ? 'AG' : cell)));
    const back = await checked(await writeXlsx({ sheets: [{ name: 'Nhân sự', rows: corrected }] }));
    expect(back).toMatchObject({ state: 'checked', preview: { counts: { people: { new: 2, refused: 0 } } } });
    expect(await refusedRowsFile(operator(), back.id)).toMatchObject({ ok: false, failure: { kind: 'nothing-refused' } });
  });
});
