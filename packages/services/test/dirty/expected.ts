// What must come of the dirty workbooks, written by hand after what stands in them; nothing here is read from them.

/** What a file comes to: the people who are new or changed, where they are; refused rows; rows that are no data, by why; mended cells. */
export type Expected = {
  people: string[];
  refusals: string[];
  skipped: Readonly<Record<string, number>>;
  mended: Readonly<Record<string, number>>;
  encoding: string;
  claims: number;
};

const roll = [
  [1, '068085000101 Nguyễn Văn Ánh 1985-03-12 male', 'civil-servant'],
  [2, '068190000102 Trần Thị Bích 1990-07-01 female', 'civil-servant'],
  [3, '068078000103 Lê Hữu Cường 1978-12-25 male', 'civil-servant'],
  [4, '068188000104 Phạm Thùy Dung 1988-09-09 female', 'public-employee'],
  [5, '068082000105 Hoàng Đức Duy 1982-04-30 male', 'public-employee'],
  [6, '068195000106 Võ Thị Hạnh 1995-02-14 female', 'public-employee'],
  [7, '068079000107 Đặng Quốc Hưng 1979-11-02 male', 'cadre'],
  [8, '068183000108 Bùi Thị Kiều 1983-06-18 female', 'civil-servant'],
  [9, '068091000109 Đỗ Minh Long 1991-05-05 male', 'civil-servant'],
  [10, '068186000110 Hồ Ngọc Mai 1986-01-21 female', 'public-employee'],
  [11, '068075000111 Ngô Trọng Nghĩa 1975-08-08 male', 'cadre'],
  [12, '068193000112 Dương Thị Oanh 1993-10-11 female', 'contract-staff'],
  [13, '068087000113 Lý Anh Phúc 1987-03-19 male', 'civil-servant'],
  [14, '068189000114 Mai Thị Quyên 1989-07-27 female', 'civil-servant'],
  [15, '068081000115 Trịnh Văn Sáng 1981-01-13 male', 'public-employee'],
  [16, '068192000116 Đinh Thị Tuyết 1992-12-06 female', 'public-employee'],
  [17, '068084000117 Phan Thanh Uy 1984-02-22 male', 'civil-servant'],
  [18, '068194000118 Huỳnh Thị Vân 1994-05-16 female', 'civil-servant'],
  [19, '068080000119 Tạ Quang Xuân 1980-03-03 male', 'cadre'],
  [20, '068191000120 Cao Thị Yến 1991-08-28 female', 'public-employee'],
] as const;

type Changes = Readonly<Record<number, { line?: string; kind?: string; at?: string; after?: string } | null>>;

/** The lines of all twenty, each at a place; `changes` says who differs (null: nobody is expected under this number). */
const twenty = (place: (number: number) => string, changes: Changes = {}): string[] =>
  roll
    .filter(([number]) => changes[number] !== null)
    .map(([number, line, kind]) => {
      const it = changes[number] ?? {};
      return `${it.line ?? line} ${it.at ?? place(number)}:${it.kind ?? kind}${it.after ?? ''}`;
    })
    .toSorted();

const everywhere = (at: string) => (): string => at;
// Number 7 is known in SNV and is told only where something of him changes.
const asKnown = { 7: null } as const;

export const expected: Readonly<Record<string, Expected>> = {
  '01-shuffled.xlsx': {
    people: twenty((number) => ['X1', 'SNV', 'STC', 'SYT'][number % 4]!, { 1: { after: ':Giám đốc' }, 7: null }),
    refusals: ['Nhân sự 8 kind required'],
    skipped: { header: 1 }, mended: {}, encoding: 'unicode', claims: 0,
  },
  '02-official-form.xlsx': {
    people: twenty((number) => (number % 2 ? 'SNV' : 'STC'), { 1: { after: ':Giám đốc' }, ...asKnown }),
    refusals: [],
    // Title, motto, two rows of headings, their numbers; below the sum the place, the titles and names of who signs.
    skipped: { blank: 4, header: 6, total: 1, signature: 4 }, mended: { 'unit-by-name': 20 }, encoding: 'unicode', claims: 7,
  },
  '03-sheet-per-unit.xlsx': {
    people: twenty((number) => (number <= 7 ? 'SNV' : number <= 14 ? 'STC' : 'TTYT'), { 1: { after: ':Trưởng phòng' }, 8: { after: ':Trưởng phòng' }, 15: { after: ':Trưởng phòng' }, ...asKnown }),
    refusals: [],
    skipped: { header: 3 }, mended: { 'unit-by-name': 20 }, encoding: 'unicode', claims: 0,
  },
  '04-group-rows.xlsx': {
    people: twenty((number) => (number <= 7 ? 'SNV' : number <= 13 ? 'STC' : 'X1'), asKnown),
    refusals: [],
    skipped: { header: 1, total: 3, group: 3 }, mended: { 'unit-by-name': 20 }, encoding: 'unicode', claims: 0,
  },
  '05-lost-numbers.xlsx': {
    // Number 7 is completed, being the one known there; 8 to 15, 17 and 18 can't be.
    people: twenty(everywhere('SNV'), { ...asKnown, ...Object.fromEntries([8, 9, 10, 11, 12, 13, 14, 15, 17, 18].map((it) => [it, null])) }),
    refusals: [
      ...[9, 10, 11, 12].map((row) => `Nhân sự ${row} id_number id-number-lost-digits`), ...[13, 14].map((row) => `Nhân sự ${row} id_number old-id-number`),
      'Nhân sự 15 id_number id-number-lost-zeros', ...[16, 18, 19].map((row) => `Nhân sự ${row} id_number not-an-id-number`),
    ],
    skipped: {}, mended: { 'id-number-completed': 1, 'id-number-signs': 3, 'id-number-zeros': 3 }, encoding: 'unicode', claims: 0,
  },
  '06-days-from-1904.xlsx': {
    people: twenty(everywhere('SNV'), {
      ...asKnown, 9: { line: '068091000109 Đỗ Minh Long 1991 male' }, 10: { line: '068186000110 Hồ Ngọc Mai 1986 female' }, 11: { line: '068075000111 Ngô Trọng Nghĩa 1975-08 male' }, 12: { line: '068193000112 Dương Thị Oanh 1993 female' },
      14: null, 15: null, 17: null, 20: null,
    }),
    refusals: ['Nhân sự 15 birth_date no-such-day', 'Nhân sự 16 birth_date not-a-date', 'Nhân sự 18 valid_from day-missing', 'Nhân sự 21 birth_date year-out-of-range'],
    skipped: {}, mended: { 'date-month-first': 1, 'date-serial': 1, 'date-short-year': 2 }, encoding: 'unicode', claims: 0,
  },
  '07-windows-1258.csv': {
    people: twenty((number) => (number % 3 === 1 ? 'SNV' : 'SGD'), { 1: { after: ':Phó Giám đốc' }, ...asKnown }),
    refusals: [],
    skipped: {}, mended: { 'unit-by-name': 20 }, encoding: 'windows-1258', claims: 0,
  },
  '07-tcvn3.csv': {
    people: twenty((number) => (number % 3 === 1 ? 'SNV' : 'SGD'), { 1: { after: ':Phó Giám đốc' }, ...asKnown }),
    refusals: [],
    // The fonts have no capital Á: "Nguyễn Văn ánh" is written properly.
    skipped: {}, mended: { 'name-case': 1, 'unit-by-name': 20 }, encoding: 'tcvn3', claims: 0,
  },
  '08-letters.xlsx': {
    people: twenty(everywhere('SNV'), { ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((it) => [it, { after: ':leads' }])), 13: null, 20: null }),
    refusals: ['Nhân sự 14 leader not-a-flag', 'Nhân sự 21 sex not-a-choice'],
    skipped: {}, mended: { 'choice-word': 6, composed: 2, 'name-case': 3, 'name-note': 1, spaces: 3 }, encoding: 'unicode', claims: 0,
  },
  '09-units-by-name.xlsx': {
    people: twenty((number) => ['SNV', 'SNV', 'SNV', 'SNV', 'SGD', 'X1', 'X2', 'P1', 'TTYT', 'T1', 'STC-TC', '', 'SNV', '', '', '', 'STC', 'STC', '', 'T1'][number - 1]!, {
      1: { kind: 'civil-servant:CV' }, 2: { kind: 'civil-servant:CV' }, 3: null, 12: null, 14: null, 15: null, 16: null, 19: null,
    }),
    refusals: [
      'Danh sách 4 post_code post-not-found', 'Danh sách 15 unit_code unit-ambiguous', 'Danh sách 17 unit_code unit-not-found', 'Danh sách 22 unit_code unit-not-found', 'Danh sách 23 unit_code unit-not-found', 'Danh sách 26 unit_code unknown-unit',
    ],
    skipped: { blank: 3, header: 3, total: 2 }, mended: { 'post-by-name': 2, spaces: 1, 'unit-by-name': 14 }, encoding: 'unicode', claims: 0,
  },
  '10-twice.xlsx': {
    // Whoever stands there twice is left out whole: which of the rows is right nobody can tell.
    people: twenty(everywhere('SNV'), {
      1: null, 2: null, 3: null, 5: { after: ":=cmd|' /C calc'!A0" }, 6: { after: ':@SUM(A1:A9)' }, 7: { after: ':+84 912 345 678' }, 8: { after: ':-2+3' }, 9: null, 10: { at: 'STC' },
    }),
    refusals: [
      'Nhân sự 2 id_number person-has-refused-row', 'Nhân sự 3 id_number duplicate-row', 'Nhân sự 4 id_number person-has-refused-row', 'Nhân sự 5 valid_from overlapping-main', 'Nhân sự 6 id_number person-has-refused-row',
      'Nhân sự 7 full_name conflicting-person', 'Nhân sự 7 id_number duplicate-row', 'Nhân sự 13 office formula-error',
    ],
    skipped: {}, mended: {}, encoding: 'unicode', claims: 0,
  },
};
