import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideSheetNames, rosterExamples, rosterTemplate, stagingColumns } from '@saubac/domain/people';
import { certificateCodeLists, defaultLimits, readRosterFile, rosterTemplateFile, templateOf, writeRosterCsv, writeRosterWorkbook, type ReadEvent, type ReadLimits } from './index.ts';
import { rosterEvents } from './read-file.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'roster-'))));
afterAll(() => rm(folder, { recursive: true }));

const all = async (events: AsyncIterable<ReadEvent>): Promise<ReadEvent[]> => {
  const list: ReadEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
};
const read = (name: string, limits: ReadLimits = defaultLimits) => all(rosterEvents({ path: join(folder, name), batch: 'b', limits }));
const refusalOf = async (name: string, limits?: ReadLimits) => {
  const last = (await read(name, limits)).at(-1)!;
  return last.kind === 'refused' ? last.refusal : last;
};
const linesOf = (events: ReadEvent[], sheet: string): string[][] =>
  events.flatMap((it) => (it.kind === 'rows' && it.sheet === sheet ? [new TextDecoder().decode(it.chunk)] : [])).join('').split('\n').slice(0, -1).map((line) => line.split('\t'));
const put = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  await writeFile(join(folder, name), bytes);
  return name;
};
const people = rosterTemplate.find(({ key }) => key === 'people')!;
const peopleSheet = (rows: (string | number | Date | null)[][], name = people.name) => writeXlsx({ sheets: [{ name, rows }] });

describe('the roster workbook', () => {
  it('reads back the examples it wrote, by spreadsheet row', async () => {
    await writeRosterWorkbook(join(folder, 'a.xlsx'), rosterExamples);
    const events = await read('a.xlsx');
    expect(events.at(-1)).toMatchObject({ kind: 'done', rows: { units: 4, posts: 2, people: 3, certificates: 1 } });
    const lines = linesOf(events, 'people');
    expect(lines.map((it) => it.slice(0, 2))).toEqual([['b', '2'], ['b', '3'], ['b', '4']]);
    expect(lines.every((it) => it.length === stagingColumns(people).length + 5 && it.at(-1) === '\\N' && it.at(-2) === '\\N')).toBe(true);
    expect(lines[2]).toContain('year');
  });

  it('is the same file for the same rows', async () => {
    await writeRosterWorkbook(join(folder, 'b1.xlsx'), rosterExamples);
    await writeRosterWorkbook(join(folder, 'b2.xlsx'), rosterExamples);
    expect((await readFile(join(folder, 'b1.xlsx'))).equals(await readFile(join(folder, 'b2.xlsx')))).toBe(true);
  });

  it('has an empty template that is recognised and refused as empty', async () => {
    await put('template.xlsx', await rosterTemplateFile());
    expect(await refusalOf('template.xlsx')).toEqual({ kind: 'no-rows' });
  });

  it('lists in its template the codes and choices that may be written', async () => {
    const codes = [{ code: 'ielts', label: { vi: 'IELTS' } }];
    const { sheets } = await readXlsx(await rosterTemplateFile('vi', certificateCodeLists(codes, [])), { sheets: [guideSheetNames.codes] });
    const cells = sheets[0]!.rows.map((row) => row.join(' ').trim());
    expect(cells).toEqual(expect.arrayContaining(['Mã loại chứng chỉ', 'ielts IELTS', 'health y tế', 'Cấp trung ương']));
  });

  it('accepts columns in any order, shared strings, date cells and numbers', async () => {
    const rows = [['Đối tượng', 'Mã đơn vị', 'Họ và tên', 'Ngày sinh', 'Số định danh cá nhân'], ['Cán bộ', 7, 'An', new Date(Date.UTC(1980, 1, 1)), '000000000001']];
    await put('order.xlsx', await peopleSheet(rows));
    const [line] = linesOf(await read('order.xlsx'), 'people');
    expect(line!.slice(2, 7)).toEqual(['000000000001', 'An', 'an', 'an', '1980-02-01'].map((it, i) => (i === 2 ? expect.any(String) : it)));
    expect(line).toContain('7');
    expect(line).toContain('cadre');
  });

  it('reads the dates of catalogues as it reads those of people', async () => {
    const units = templateOf('units');
    const cells: Record<string, string | Date> = { code: 'U', name: 'Đơn vị', tier: 'Cấp xã', body_kind: 'Cơ quan Đảng', valid_from: new Date(Date.UTC(2020, 0, 1)) };
    await put('dates.xlsx', await writeXlsx({ sheets: [{ name: units.name, rows: [units.columns.map(({ heading }) => heading), [], units.columns.map(({ key }) => cells[key] ?? null)] }] }));
    const [line] = linesOf(await read('dates.xlsx'), 'units');
    expect(line!.slice(1, 3)).toEqual(['3', 'U']);
    expect(line).toContain('2020-01-01');
  });

  it('keeps the problems of a row beside it, as JSON', async () => {
    await put('problem.xlsx', await peopleSheet([people.columns.map(({ heading }) => heading), ['12A', 'An', '30/02/1980', 'Nam', '', 'U', '', 'Cán bộ']]));
    const [line] = linesOf(await read('problem.xlsx'), 'people');
    expect(JSON.parse(line!.at(-2)!)).toEqual([
      { column: 'id_number', kind: 'not-an-id-number', value: '12A' },
      { column: 'birth_date', kind: 'no-such-day', value: '30/02/1980' },
    ]);
  });

  it('reads one sheet from csv, whatever its delimiter, and gives back guarded texts', async () => {
    await writeRosterCsv(join(folder, 'p.csv'), 'posts', [{ code: 'P1', name: '=SUM(1)' }, { code: 'P2', name: 'a; "b",\\c' }]);
    const text = await readFile(join(folder, 'p.csv'), 'utf8');
    expect(text).toContain("'=SUM(1)");
    const events = await read('p.csv');
    expect(linesOf(events, 'posts').map((it) => it[3])).toEqual(['=SUM(1)', 'a; "b",\\\\c']);
    await put('semicolon.csv', 'Mã vị trí;Tên vị trí việc làm;Bậc yêu cầu\r\nP3;Tên;4\r\n');
    expect(linesOf(await read('semicolon.csv'), 'posts')[0]!.slice(2, 4)).toEqual(['P3', 'Tên']);
  });
});

describe('a file that is no roster', () => {
  it('is refused when it is not there', async () => {
    expect(await refusalOf('nothing.xlsx')).toMatchObject({ kind: 'file-not-found' });
  });

  it.each([
    ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), { kind: 'not-a-workbook', looksLike: 'old-or-encrypted-workbook' }],
    ['broken.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), { kind: 'not-a-workbook', looksLike: 'damaged-archive' }],
    ['letter.docx', zipSync({ 'word/document.xml': new Uint8Array(10) }), { kind: 'not-a-workbook', looksLike: 'other-archive' }],
    ['latin.csv', Uint8Array.of(0x4d, 0xe3, 0x20, 0xff), { kind: 'not-utf8' }],
    ['other.csv', 'a,b,c\n1,2,3\n', { kind: 'unrecognised-csv', headings: ['a', 'b', 'c'] }],
    ['empty.csv', ' \n', { kind: 'no-rows' }],
    ['empty.xlsx', '', { kind: 'no-rows' }],
  ])('is refused: %s', async (name, bytes, refusal) => {
    expect(await refusalOf(await put(name, bytes))).toEqual(refusal);
  });

  it('is refused with the sheets it has when none is the template’s', async () => {
    await put('sheets.xlsx', await peopleSheet([['x']], 'Danh sách'));
    expect(await refusalOf('sheets.xlsx')).toEqual({ kind: 'no-known-sheet', found: ['Danh sách'], expected: rosterTemplate.map(({ name }) => name) });
  });

  it('is refused when a filled sheet has a name the template lacks; an empty one is passed over', async () => {
    const filled = { name: people.name, rows: [people.columns.map(({ heading }) => heading), ['000000000001', 'An', null, null, null, 'U', null, 'Cán bộ']] };
    await put('other.xlsx', await writeXlsx({ sheets: [filled, { name: 'Nhan su 2025', rows: [['x']] }] }));
    expect(await refusalOf('other.xlsx')).toEqual({ kind: 'unknown-sheet', sheet: 'Nhan su 2025', expected: rosterTemplate.map(({ name }) => name) });
    await put('blank.xlsx', await writeXlsx({ sheets: [filled, { name: 'Sheet1', rows: [] }] }));
    expect(await refusalOf('blank.xlsx')).toMatchObject({ kind: 'done' });
  });

  it.each([
    ['missing', ['Số định danh cá nhân', 'Họ và tên', 'Mã đơn vị'], { kind: 'missing-column', sheet: people.name, column: 'Đối tượng' }],
    ['unknown', [...people.columns.map(({ heading }) => heading), 'Lương'], { kind: 'unknown-column', sheet: people.name, column: 'Lương' }],
    ['repeated', [...people.columns.map(({ heading }) => heading), 'Họ và tên'], { kind: 'repeated-column', sheet: people.name, column: 'Họ và tên' }],
  ])('is refused with sheet and column: %s', async (name, headings, refusal) => {
    await put(`${name}.xlsx`, await peopleSheet([headings]));
    expect(await refusalOf(`${name}.xlsx`)).toEqual(refusal);
  });

  it('is refused when a cell stands outside the columns', async () => {
    await put('outside.xlsx', await peopleSheet([people.columns.map(({ heading }) => heading), [...people.columns.map(() => null), 'x']]));
    expect(await refusalOf('outside.xlsx')).toEqual({ kind: 'cell-outside-columns', sheet: people.name, row: 2 });
  });

  it('is refused before unpacking more than the limit', async () => {
    await put('bomb.xlsx', await peopleSheet(Array.from({ length: 2000 }, () => ['x'.repeat(500)])));
    expect(await refusalOf('bomb.xlsx', { file: 1_000_000, unpacked: 10_000 })).toMatchObject({ kind: 'unpacked-too-large', limit: 10_000 });
    expect(await refusalOf('bomb.xlsx', { file: 100, unpacked: 10_000 })).toMatchObject({ kind: 'file-too-large', limit: 100 });
  });

  it('is read in a thread of its own with the same events, and left at once when cancelled', async () => {
    const inThread = (signal?: AbortSignal) => all(readRosterFile(join(folder, 'a.xlsx'), { batch: 'b', signal }));
    expect(await inThread()).toEqual(await read('a.xlsx'));
    expect(await inThread(AbortSignal.abort())).toEqual([{ kind: 'refused', refusal: { kind: 'cancelled' } }]);
  });

  it('names its sheets as officers know them', () => {
    expect(templateOf('people').name).toBe('Nhân sự');
  });
});
