import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterTemplate, stagingColumns } from '@saubac/domain/people';
import { defaultLimits, type ReadEvent } from './file-refusal.ts';
import { rosterEvents } from './read-file.ts';
import { writeRosterCsv } from './write-csv.ts';
import { writeRosterWorkbook } from './write-workbook.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'bytes-'))));
afterAll(() => rm(folder, { recursive: true }));

const people = rosterTemplate.find(({ key }) => key === 'people')!;
const places = stagingColumns(people);

const read = async (name: string, bytes: Uint8Array | string, limits = defaultLimits) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const events: ReadEvent[] = [];
  for await (const event of rosterEvents({ path, batch: 'b', limits })) events.push(event);
  const text = events.flatMap((it) => (it.kind === 'rows' ? [new TextDecoder().decode(it.chunk)] : [])).join('');
  const rows = text.split('\n').filter((it) => it !== '').map((line) => line.split('\t').slice(2));
  return { last: events.at(-1)!, cells: (column: string) => rows.map((it) => it[places.indexOf(column)]) };
};

const names = ['Nguyễn Thị Ánh Đào', 'Phạm Đức Lương', 'Trần Quỳnh Như', 'Đặng Hữu Trường', 'Võ Thị Thuỳ Mỵ'];
const lines = (separator = ',') => [people.columns.slice(0, 8).map(({ heading }) => heading), ...names.map((name, i) => [`04208500000${i}`, name, '15/03/1985', i % 2 ? 'Nam' : 'Nữ', 'Kinh', 'Phòng Tổ chức cán bộ', 'Chuyên viên', 'Công chức'])].map((it) => it.join(separator)).join('\r\n');

// Independent of the tables that are tested: the other way round, letter by letter.
const tcvn3: Readonly<Record<string, number>> = Object.fromEntries(
  [...'à:b5 á:b8 ả:b6 ã:b7 ạ:b9 ă:a8 ằ:bb ắ:be ẳ:bc ẵ:bd ặ:c6 â:a9 ầ:c7 ấ:ca ẩ:c8 ẫ:c9 ậ:cb đ:ae è:cc é:d0 ẻ:ce ẽ:cf ẹ:d1 ê:aa ề:d2 ế:d5 ể:d3 ễ:d4 ệ:d6 ì:d7 í:dd ỉ:d8 ĩ:dc ị:de ò:df ó:e3 ỏ:e1 õ:e2 ọ:e4 ô:ab ồ:e5 ố:e8 ổ:e6 ỗ:e7 ộ:e9 ơ:ac ờ:ea ớ:ed ở:eb ỡ:ec ợ:ee ù:ef ú:f3 ủ:f1 ũ:f2 ụ:f4 ư:ad ừ:f5 ứ:f8 ử:f6 ữ:f7 ự:f9 ỳ:fa ý:fd ỷ:fb ỹ:fc ỵ:fe Ă:a1 Â:a2 Đ:a7 Ê:a3 Ô:a4 Ơ:a5 Ư:a6'.matchAll(/(\S):(\w\w)/gu)].map(([, letter, hex]) => [letter!, Number.parseInt(hex!, 16)]),
);
const inTcvn3 = (text: string): Uint8Array => Uint8Array.from([...text].map((it) => tcvn3[it] ?? (tcvn3[it.toLowerCase()] ?? it.charCodeAt(0))));
const cp1258: Readonly<Record<string, number>> = { ă: 0xe3, Ă: 0xc3, đ: 0xf0, Đ: 0xd0, ơ: 0xf5, Ơ: 0xd5, ư: 0xfd, Ư: 0xdd, '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2, â: 0xe2, ê: 0xea, ô: 0xf4, Â: 0xc2, Ê: 0xca, Ô: 0xd4 };
const in1258 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((it) => {
    const tone = it.normalize('NFD').match(/[\u0300\u0309\u0303\u0301\u0323]/)?.[0];
    const letter = it.normalize('NFD').replace(/[\u0300\u0309\u0303\u0301\u0323]/g, '').normalize('NFC');
    return [cp1258[letter] ?? letter.charCodeAt(0), ...(tone ? [cp1258[tone]!] : [])];
  }));
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('the code of a csv file', () => {
  it.each([
    ['utf8.csv', Buffer.from(lines()), 'unicode'],
    ['mark.csv', Buffer.from(`\ufeff${lines()}`), 'unicode'],
    ['apart.csv', Buffer.from(lines().normalize('NFD')), 'unicode'],
    ['le.csv', utf16(`\ufeff${lines('\t')}`, false), 'utf-16'],
    ['be.csv', utf16(`\ufeff${lines(';')}`, true), 'utf-16'],
    ['bare.csv', utf16(lines(';'), false), 'utf-16'],
    ['1258.csv', in1258(lines(';')), 'windows-1258'],
    ['abc.csv', inTcvn3(lines(';')), 'tcvn3'],
    ['sep.csv', Buffer.from(`sep=|\n${lines('|')}`), 'unicode'],
  ])('is told by its bytes and words: %s', async (name, bytes, encoding) => {
    const { last, cells } = await read(name, bytes);
    expect(last).toMatchObject({ kind: 'done', encoding, rows: { people: 5 } });
    expect(cells('full_name').map((it) => it?.toLowerCase())).toEqual(names.map((it) => it.toLowerCase()));
    expect(cells('unit_code')).toEqual(names.map(() => 'Phòng Tổ chức cán bộ'));
  });

  it('is refused where no code makes Vietnamese of it', async () => {
    expect((await read('other.csv', Uint8Array.from(Buffer.from(lines()).map((it, i) => (it > 0x7f ? 0x80 + ((i * 37) % 0x7f) : it))))).last).toEqual({ kind: 'refused', refusal: { kind: 'not-utf8' } });
  });
});

const sheet = (rows: (string | number | Date | null)[][]) => ({ name: people.name, rows: [people.columns.map(({ heading }) => heading), ...rows] });
const row = (...cells: (string | number | Date | null)[]) => cells;

describe('a workbook', () => {
  it('typed in the ABC fonts is turned into Unicode, also below headings in Unicode', async () => {
    const typed = ['NguyÔn V¨n An', 'TrÇn ThÞ B×nh', 'Ph¹m §øc L­¬ng', 'Vâ Quúnh Nh­'];
    const { last, cells } = await read('abc.xlsx', await writeXlsx({ sheets: [sheet(typed.map((it, i) => row(`04208500000${i}`, it, '1985', 'Nam', 'Kinh', 'Së Néi vô', null, 'C«ng chøc')))] }));
    expect(last).toMatchObject({ kind: 'done', encoding: 'tcvn3' });
    expect([cells('full_name'), cells('unit_code')[0], cells('kind')[0]]).toEqual([['Nguyễn Văn An', 'Trần Thị Bình', 'Phạm Đức Lương', 'Võ Quỳnh Như'], 'Sở Nội vụ', 'civil-servant']);
  });

  it('gives formulas by the value they last had, and takes no text for one', async () => {
    const name = '<c r="B2" t="str"><f>HYPERLINK("http://x","An")</f><v>Nguyễn An</v></c>';
    const rows = `<row r="2">${cell('A2', '042085000001')}${name}${cell('F2', 'A')}${cell('H2', 'Công chức')}${cell('J2', "=cmd|' /C calc'!A0")}</row>`;
    const found = await read('formula.xlsx', zipSync(parts({ 'xl/worksheets/sheet1.xml': sheetXml(rows) })));
    expect([found.cells('full_name'), found.cells('office')]).toEqual([['Nguyễn An'], ["=cmd|' /C calc'!A0"]]);
  });

  it('counts its days from 1904 where it says so', async () => {
    const file = await writeXlsx({ sheets: [sheet([row('042085000001', 'Nguyễn An', 27_790, 'Nam', 'Kinh', 'A', null, 'Công chức')])], dateSystem: '1904' });
    expect((await read('1904.xlsx', file)).cells('birth_date')).toEqual(['1980-02-01']);
  });
});

const parts = (more: Zippable): Zippable => ({
  '[Content_Types].xml': Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'),
  '_rels/.rels': Buffer.from('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
  'xl/workbook.xml': Buffer.from(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${people.name}" sheetId="1" r:id="rId1"/></sheets></workbook>`),
  'xl/_rels/workbook.xml.rels': Buffer.from('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
  ...more,
});
const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetXml = (rows: string, head = '') => Buffer.from(`<?xml version="1.0"?>${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${people.columns.map(({ heading }, i) => cell(`${String.fromCharCode(65 + i)}1`, heading)).join('')}</row>${rows}</sheetData></worksheet>`);

/** Writes another unpacked size for a part into the directory of an archive. */
const declaring = (archive: Uint8Array, part: string, size: number): Uint8Array => {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const length = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + length) === part) bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
};

describe('an archive made to harm', () => {
  let packed: Uint8Array | undefined;
  const bomb = () => (packed ??= zipSync(parts({ 'xl/worksheets/sheet1.xml': Buffer.concat([sheetXml(''), Buffer.alloc(51_000_000, 32)]) }), { level: 1 }));

  it('is refused when it unpacks to more than any roster does, by what it declares', async () => {
    expect((await read('bomb.xlsx', bomb())).last).toMatchObject({ kind: 'refused', refusal: { kind: 'unpacked-too-large', limit: 50_000_000 } });
  });

  it.each([[1_000, 'damaged-sheet'], [0, 'not-a-workbook']])('is not unpacked beyond the size that it declares falsely (%i)', async (size, kind) => {
    expect((await read('liar.xlsx', declaring(bomb(), 'xl/worksheets/sheet1.xml', size))).last).toMatchObject({ kind: 'refused', refusal: { kind } });
  });

  it('is refused with thousands of parts, and others inside are left packed', async () => {
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`xl/media/${i}.bin`, Buffer.from('x')]));
    expect((await read('many.xlsx', zipSync(parts({ 'xl/worksheets/sheet1.xml': sheetXml(''), ...many })))).last).toMatchObject({ kind: 'refused', refusal: { kind: 'not-a-workbook' } });
    expect((await read('nested.xlsx', zipSync(parts({ 'xl/worksheets/sheet1.xml': sheetXml(''), 'xl/embeddings/a.zip': bomb() })))).last).toMatchObject({ kind: 'refused', refusal: { kind: 'no-rows' } });
  });

  it('has no entity of its own making put in, and no file or address opened', async () => {
    const head = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY h SYSTEM "http://127.0.0.1:9/">]>';
    const rows = `<row r="2">${cell('A2', '042085000001')}${cell('B2', 'An &b; &f; &h;')}${cell('F2', 'A')}${cell('H2', 'Công chức')}</row>`;
    const { last, cells } = await read('entity.xlsx', zipSync(parts({ 'xl/worksheets/sheet1.xml': sheetXml(rows, head) })));
    expect(last.kind === 'refused' || cells('full_name')).toEqual(last.kind === 'refused' ? true : ['An &b; &f; &h;']);
  });

  it('is refused above the size that a file may have', async () => {
    expect((await read('large.xlsx', new Uint8Array(2_000), { ...defaultLimits, file: 1_000 })).last).toMatchObject({ refusal: { kind: 'file-too-large' } });
  });
});

describe('what is written', () => {
  const odd = ['=cmd|calc', '+84 912', '-2+3', '@SUM(A1)', "'=x", '-', 'plain'];
  const rows = odd.map((office, i) => ({ id_number: `04208500000${i}`, full_name: 'Nguyễn An', unit_code: 'A', kind: 'Công chức', office }));

  it.each(['xlsx', 'csv'] as const)('begins no cell of %s as a formula does, and is read back as it was', async (format) => {
    const path = join(folder, `odd.${format}`);
    await (format === 'xlsx' ? writeRosterWorkbook(path, { people: rows }) : writeRosterCsv(path, 'people', rows));
    const { readFile } = await import('node:fs/promises');
    const bytes = await readFile(path);
    expect((await read(`again.${format}`, bytes)).cells('office')).toEqual(odd);
    if (format === 'csv') for (const field of bytes.toString().trim().split('\r\n').slice(1).flatMap((it) => it.split(','))) expect(field).not.toMatch(/^"?[=+\-@\t\r]/);
  });
});
