import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ListCell, writeList } from './write-list.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'list-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* rows(): AsyncGenerator<ListCell[]> {
  yield await Promise.resolve(['=1+1', 12, null]);
  yield ['0123', 0, 'a'];
}
const list = () => ({ name: 'L', columns: ['Tên', 'Số', 'Ghi chú'].map((heading) => ({ heading, width: 10 })), rows: rows() });

describe('a list that is taken out', () => {
  it('has figures that a sheet can reckon with, and texts that it leaves as they are', async () => {
    const path = join(folder, 'list.xlsx');
    await writeList(path, 'xlsx', list());
    const [sheet] = (await readXlsx(await readFile(path))).sheets;
    expect(sheet?.rows.slice(1)).toEqual([["'=1+1", 12, null], ['0123', 0, 'a']]);
  });

  it('is the same in csv, a cell with nothing left empty', async () => {
    const path = join(folder, 'list.csv');
    await writeList(path, 'csv', list());
    expect((await readFile(path, 'utf8')).replace('\ufeff', '').trim().split(/\r?\n/)).toEqual(['Tên,Số,Ghi chú', "'=1+1,12,", '0123,0,a']);
  });
});
