import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openChangeFile } from './open-workbook.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'change-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

const open = async (name: string, bytes: Uint8Array) => {
  await writeFile(join(folder, name), bytes);
  return openChangeFile(join(folder, name));
};

describe('the file of a reorganisation', () => {
  const rows = 'Thao tác;Mã đơn vị;Mã đơn vị kế thừa\nSáp nhập;A;B\n';

  it('is read as csv with semicolons, in UTF-8 and in UTF-16', async () => {
    for (const bytes of [Buffer.from(rows), Buffer.from(`\ufeff${rows}`, 'utf16le')]) {
      const read = await open('a.csv', bytes);
      expect(read.ok && read.value.operations.map((it) => Object.values(it.cells).slice(0, 3))).toEqual([['Sáp nhập', 'A', 'B']]);
    }
  });

  it.each([
    ['unknown-column', 'Thao tác;Mã đơn vị;Lạ\nSáp nhập;A;B\n', { column: 'Lạ' }],
    ['repeated-column', 'Thao tác;Mã đơn vị;Mã đơn vị\nSáp nhập;A;B\n', { column: 'Mã đơn vị' }],
    ['missing-column', 'Mã đơn vị;Mã đơn vị kế thừa\nA;B\n', { column: 'Thao tác' }],
    ['cell-outside-columns', 'Thao tác;Mã đơn vị;\nSáp nhập;A;B\n', { row: 2 }],
  ])('is refused with sheet and place: %s', async (kind, text, place) => {
    expect(await open(`${kind}.csv`, Buffer.from(text))).toMatchObject({ ok: false, failure: { kind, sheet: expect.any(String) as string, ...place } });
  });

  it('is refused where it would unpack to more than any such file does', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>'), 'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000, 32) }, { level: 1 });
    expect(await open('bomb.xlsx', bomb)).toMatchObject({ ok: false, failure: { kind: 'unpacked-too-large' } });
  });

  it('is refused where a part hides what it unpacks to', async () => {
    const archive = Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>'.padEnd(5_000)) }));
    archive.writeUInt32LE(0, archive.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    expect(await open('liar.xlsx', archive)).toMatchObject({ ok: false, failure: { kind: 'not-a-workbook' } });
  });
});
