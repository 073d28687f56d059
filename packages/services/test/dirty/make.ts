/**
 * Makes the dirty workbooks beside it with LibreOffice (`soffice` has to be installed): `node packages/services/test/dirty/make.ts [number]`.
 * They are kept in the repository, so that tests need no LibreOffice; what must come of them is written by hand in the test. Everybody in
 * them is invented.
 */
import { join } from 'node:path';

import { type FlatCell, type FlatSheet, writeByLibreOffice } from './flat-sheet.ts';

const file = (name: string): string => join(import.meta.dirname, name);

type Person = readonly [id: string, name: string, day: string, sex: 'Nam' | 'Nữ', kind: string];

const people: readonly Person[] = [
  ['068085000101', 'Nguyễn Văn Ánh', '12/03/1985', 'Nam', 'Công chức'], ['068190000102', 'Trần Thị Bích', '01/07/1990', 'Nữ', 'Công chức'], ['068078000103', 'Lê Hữu Cường', '25/12/1978', 'Nam', 'Công chức'],
  ['068188000104', 'Phạm Thùy Dung', '09/09/1988', 'Nữ', 'Viên chức'], ['068082000105', 'Hoàng Đức Duy', '30/04/1982', 'Nam', 'Viên chức'], ['068195000106', 'Võ Thị Hạnh', '14/02/1995', 'Nữ', 'Viên chức'],
  ['068079000107', 'Đặng Quốc Hưng', '02/11/1979', 'Nam', 'Cán bộ'], ['068183000108', 'Bùi Thị Kiều', '18/06/1983', 'Nữ', 'Công chức'], ['068091000109', 'Đỗ Minh Long', '05/05/1991', 'Nam', 'Công chức'],
  ['068186000110', 'Hồ Ngọc Mai', '21/01/1986', 'Nữ', 'Viên chức'], ['068075000111', 'Ngô Trọng Nghĩa', '08/08/1975', 'Nam', 'Cán bộ'], ['068193000112', 'Dương Thị Oanh', '11/10/1993', 'Nữ', 'Người lao động'],
  ['068087000113', 'Lý Anh Phúc', '19/03/1987', 'Nam', 'Công chức'], ['068189000114', 'Mai Thị Quyên', '27/07/1989', 'Nữ', 'Công chức'], ['068081000115', 'Trịnh Văn Sáng', '13/01/1981', 'Nam', 'Viên chức'],
  ['068192000116', 'Đinh Thị Tuyết', '06/12/1992', 'Nữ', 'Viên chức'], ['068084000117', 'Phan Thanh Uy', '22/02/1984', 'Nam', 'Công chức'], ['068194000118', 'Huỳnh Thị Vân', '16/05/1994', 'Nữ', 'Công chức'],
  ['068080000119', 'Tạ Quang Xuân', '03/03/1980', 'Nam', 'Cán bộ'], ['068191000120', 'Cao Thị Yến', '28/08/1991', 'Nữ', 'Viên chức'],
];
const one = (number: number): Person => people[number - 1]!;

// 1: the template's headings in another order, among columns that nobody asked for.
const shuffled = (): FlatSheet[] => [
  {
    name: 'Nhân sự',
    rows: [
      ['STT', 'Mã đơn vị', 'Họ và tên', 'Hệ số lương', 'Đối tượng', 'Giới tính', 'Ngày sinh', 'Số định danh cá nhân', 'Ghi chú', 'Chức vụ'],
      ...people.map(([id, name, day, sex, kind], i): FlatCell[] => [i + 1, ['SNV', 'STC', 'SYT', 'X1'][i % 4]!, name, 2.34 + i / 10, i === 6 ? null : kind, sex, day, id, i === 3 ? 'đi học' : null, i === 0 ? 'Giám đốc' : null]),
    ],
  },
];

// 2: headings over two merged rows below a title, numbers of columns below them, a total and signatures at the end.
const official = (): FlatSheet[] => [
  {
    name: 'Biểu 2C',
    rows: [
      [{ text: 'ỦY BAN NHÂN DÂN TỈNH MẪU', wide: 4 }, null, null, null, { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', wide: 4 }],
      [{ text: 'SỞ NỘI VỤ', wide: 4 }, null, null, null, { text: 'Độc lập - Tự do - Hạnh phúc', wide: 4 }],
      [],
      [{ text: 'DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC NĂM 2025', wide: 9 }],
      [],
      [{ text: 'STT', tall: 2 }, { text: 'Họ và tên', tall: 2 }, { text: 'Ngày, tháng, năm sinh', wide: 2 }, { text: 'Số CCCD', tall: 2 }, { text: 'Đơn vị công tác', tall: 2 }, { text: 'Chức vụ', tall: 2 }, { text: 'Đối tượng', tall: 2 }, { text: 'Trình độ ngoại ngữ', tall: 2 }],
      [null, null, 'Nam', 'Nữ'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
      ...people.map(([id, name, day, sex, kind], i): FlatCell[] => [i + 1, name, sex === 'Nam' ? day : null, sex === 'Nữ' ? day : null, id, i % 2 ? 'Sở Tài chính' : 'Sở Nội vụ', i === 0 ? 'Giám đốc' : null, kind, ['Tiếng Anh B1', 'IELTS 6.0 (2023)', 'ĐH Ngoại ngữ', 'Anh C', 'TOEIC 650/2022', 'VSTEP B2', 'Tiếng Anh B1; IELTS 5.5 (2021)'][i] ?? null]),
      [null, { text: 'Tổng cộng: 20 người', wide: 3 }],
      [],
      [null, null, null, null, null, { text: 'Bình Mẫu, ngày 15 tháng 12 năm 2025', wide: 4 }],
      [null, { text: 'NGƯỜI LẬP BIỂU', wide: 2 }, null, null, { text: 'THỦ TRƯỞNG ĐƠN VỊ', wide: 4 }],
      [null, { text: '(Ký, ghi rõ họ tên)', wide: 2 }, null, null, { text: '(Ký tên, đóng dấu)', wide: 4 }],
      [],
      [null, 'Trần Thị Lập', null, null, null, 'Nguyễn Văn Trưởng'],
    ],
  },
];

// 3: a sheet for each unit, named after it.
const sheetPerUnit = (): FlatSheet[] =>
  (['Sở Nội vụ', 'Sở Tài chính', 'Trung tâm Y tế Mẫu Đông'] as const).map((name, at) => ({
    name,
    rows: [['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Đối tượng', 'Chức vụ'], ...people.slice(at * 7, at * 7 + 7).map(([id, full, day, sex, kind], i): FlatCell[] => [i + 1, full, day, sex, id, kind, i === 0 ? 'Trưởng phòng' : null])],
  }));

// 4: rows that head groups, and sums below each.
const grouped = (): FlatSheet[] => {
  const groups: [string, number, number][] = [['I. SỞ NỘI VỤ', 0, 7], ['II. SỞ TÀI CHÍNH', 7, 13], ['III. UBND XÃ BÌNH MẪU', 13, 20]];
  return [
    {
      name: 'Danh sách',
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Đối tượng', 'Chức vụ'],
        ...groups.flatMap(([heading, from, to]): FlatCell[][] => [
          [{ text: heading, wide: 7 }],
          ...people.slice(from, to).map(([id, name, day, sex, kind], i): FlatCell[] => [i + 1, name, day, sex, id, kind, null]),
          [null, `Cộng: ${to - from} người`],
        ]),
      ],
    },
  ];
};

const headings = ['Số định danh cá nhân', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Mã đơn vị', 'Đối tượng', 'Lãnh đạo, quản lý', 'Chức vụ', 'Từ ngày'];
const row = (number: number, more: { id?: FlatCell; name?: FlatCell; day?: FlatCell; sex?: FlatCell; unit?: FlatCell; kind?: FlatCell; leader?: FlatCell; office?: FlatCell; from?: FlatCell } = {}): FlatCell[] => {
  const [id, name, day, sex, kind] = one(number);
  const cells = { id, name, day, sex, unit: 'SNV', kind, leader: null, office: null, from: null, ...more };
  return [cells.id, cells.name, cells.day, cells.sex, cells.unit, cells.kind, cells.leader, cells.office, cells.from];
};
const template = (...rows: FlatCell[][]): FlatSheet[] => [{ name: 'Nhân sự', rows: [headings, ...rows] }];

// 5: ID numbers as spreadsheets leave them.
const lostNumbers = (): FlatSheet[] =>
  template(
    row(1, { id: 68_085_000_101 }), row(2, { id: 68_190_000_102 }), row(3, { id: '68078000103' }), row(4, { id: '068 188 000 104' }), row(5, { id: '068.082.000.105' }), row(6, { id: "'068195000106" }),
    row(7, { id: '6.80790E+10' }), row(8, { id: '6.8183E+10' }), row(9, { id: 68_091_000_000 }), row(10, { id: '1.2E+11' }), row(11, { id: 120_000_000_000 }), row(12, { id: '184193112' }), row(13, { id: 184_087_113 }),
    row(14, { id: 68_188_000_114 }), row(15, { id: '06808100011' }), row(16, { id: '068192000116 ' }), row(17, { id: 68_084_000_117.5 }), row(18, { id: 'không có' }), row(19), row(20),
  );

// 6: days in every form, in a workbook that counts from 1904.
const days = (): FlatSheet[] =>
  template(
    row(1, { day: '12/03/1985' }), row(2, { day: '1-7-90' }), row(3, { day: '1978-12-25' }), row(4, { day: 'ngày 9 tháng 9 năm 1988' }), row(5, { day: '30.04.1982' }), row(6, { day: '02/14/1995' }), row(7, { day: { date: '1979-11-02' } }),
    row(8, { day: 29_023 }), row(9, { day: '1991' }), row(10, { day: 1986 }), row(11, { day: '08/1975' }), row(12, { day: '00/00/1993' }), row(13, { day: '19-Mar-1987' }), row(14, { day: '30/02/1989' }), row(15, { day: 'khoảng 1981' }),
    row(16, { day: '6/12/92' }), row(17, { from: '2015' }), row(18, { day: '1994-05-16 00:00:00' }), row(19, { day: '03/03/1980', from: { date: '2015-09-01' } }), row(20, { day: '31/12/9999' }),
  );

// 7: two csv files in codes from before Unicode. The tones of Windows-1258 stand behind their letters; the letters of the ABC fonts are Western signs.
const tonesBehind = (text: string): string => [...text].map((it) => it.normalize('NFD').replace(/([a-zA-Z])([\u0300\u0301\u0303\u0309\u0323])?([\u0302\u0306\u031b])/g, '$1$3$2').replace(/^([a-zA-Z][\u0302\u0306\u031b]?)/, (letter) => letter.normalize('NFC'))).join('');
const abc: Readonly<Record<string, string>> = Object.fromEntries(
  [...'àµá¸ả¶ã·ạ¹ă¨ằ»ắ¾ẳ¼ẵ½ặÆâ©ầÇấÊẩÈẫÉậËđ®èÌéÐẻÎẽÏẹÑêªềÒếÕểÓễÔệÖì×íÝỉØĩÜịÞòßóãỏáõâọäô«ồåốèổæỗçộéơ¬ờêớíởëỡìợîùïúóủñũòụôư\u00adừõứøửöữ÷ựùỳúýýỷûỹüỵþĂ¡Â¢Đ§Ê£Ô¤Ơ¥Ư¦'.matchAll(/(.)(.)/gu)].map(([, letter, sign]) => [letter!, sign!]),
);
const inAbc = (text: string): string => [...text].map((it) => abc[it] ?? abc[it.toLowerCase()] ?? it).join('');
const retyped = (sheets: FlatSheet[], typed: (text: string) => string): FlatSheet[] => sheets.map(({ name, rows }) => ({ name, rows: rows.map((cells) => cells.map((it) => (typeof it === 'string' ? typed(it) : it))) }));
const csvRows = (): FlatSheet[] => template(...people.map((_, i) => row(i + 1, { unit: i % 3 === 0 ? 'Sở Nội vụ' : 'Sở Giáo dục và Đào tạo', office: i === 0 ? 'Phó Giám đốc' : null })));

// 8: letters taken apart, capitals, unseen spaces, notes, and yes and no in every spelling.
const letters = (): FlatSheet[] =>
  template(
    row(1, { name: one(1)[1].normalize('NFD'), unit: 'SNV' }), row(2, { name: 'TRẦN THỊ BÍCH', leader: 'x' }), row(3, { name: 'Lê\u00a0Hữu\u00a0 Cường', leader: 'X' }), row(4, { name: 'Phạm  Thùy Dung', leader: 'có' }), row(5, { name: 'hoàng đức duy', leader: 'Có' }),
    row(6, { name: 'Võ Thị Hạnh (nghỉ thai sản)', leader: 1 }), row(7, { name: 'ĐẶNG QUỐC HƯNG'.normalize('NFD'), leader: 'true' }), row(8, { name: 'Bùi Thị\u200b Kiều', leader: '✓' }), row(9, { leader: 'không' }), row(10, { leader: 'Không' }), row(11, { leader: 0 }), row(12, { leader: '0' }),
    row(13, { sex: 'nam', leader: 'có lẽ' }), row(14, { sex: 'nu' }), row(15, { sex: 'M' }), row(16, { sex: 'F', kind: 'VC' }), row(17, { kind: 'cc' }), row(18, { kind: 'CÔNG CHỨC'.normalize('NFD') }), row(19, { kind: 'CB' }), row(20, { kind: 'HĐ 68', sex: 'khác' }),
  );

// 9: units in words, with mistakes; headings again, blank rows, sums.
const named = (): FlatSheet[] => {
  const heading = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Đơn vị công tác', 'Đối tượng', 'Mã vị trí'];
  const units = [
    'Sở Nội vụ', 'SỞ NỘI VỤ', 'so noi vu', 'Sở NV', 'Sở GD&ĐT', 'UBND xã Bình Mẫu', 'Xã An Mẫu', 'P. Mẫu Tây', 'TT. Y tế Mẫu Đông', 'THCS Bình Mẫu',
    'Phòng Tổ chức - Sở Tài chính', 'Phòng Tổ chức', 'Sở Nội vũ', 'Sở Ngoại vụ', 'Sở Giao thông', 'UBND xã Bình', 'STC', 'Sở  Tài chính', 'VP UBND tỉnh', 'Trường THCS Bình Mẫu',
  ];
  const data = people.map(([id, name, day, sex, kind], i): FlatCell[] => [i + 1, name, day, sex, id, units[i]!, kind, ['Chuyên viên tổng hợp', 'chuyen vien tong hop', 'Chuyên viên tổng hợ'][i] ?? null]);
  return [{ name: 'Danh sách', rows: [heading, ...data.slice(0, 7), [], heading, ...data.slice(7, 14), [null, 'Cộng', null, null, null, '14 người'], [], [], heading, ...data.slice(14), [null, 'Tổng cộng', null, null, null, '20 người']] }];
};

// 10: somebody twice, in two units; formulas; texts that look like them.
const twice = (): FlatSheet[] =>
  template(
    row(1), row(1), row(2), row(2, { unit: 'STC' }), row(3), row(3, { name: 'Lê Hữu Cương' }), row(4, { name: { formula: '"Phạm Thùy "&"Dung"', text: 'Phạm Thùy Dung' } }), row(5, { office: "=cmd|' /C calc'!A0" }), row(6, { office: '@SUM(A1:A9)' }), row(7, { office: '+84 912 345 678' }),
    row(8, { office: '-2+3' }), row(9, { office: { formula: '1/0', text: '#DIV/0!' } }), row(10, { unit: { formula: '"S"&"TC"', text: 'STC' } }), row(11), row(12), row(13), row(14), row(15), row(16), row(17), row(18), row(19), row(20),
  );

// 11: the list of one agency, which names its unit in the title only; a day that is none and a kind that nobody knows.
const ofOneAgency: readonly (readonly [id: string, name: string, man: string | null, woman: string | null, kind: string, office: string | null, language: string | null])[] = [
  ['068085009901', 'Nguyễn Thử Ánh', '12/03/1985', null, 'Viên chức', 'Phó Trưởng phòng', 'Tiếng Anh B1'],
  ['068190009902', 'Trần Thử Bích', null, '1/7/1990', 'Viên chức', null, 'IELTS 6.0 (2023)'],
  ['068078009903', 'LÊ THỬ CƯỜNG', '30/02/1978', null, 'Viên chức', null, null],
  ['068188009904', 'Phạm Thử Dung', null, '09.09.1988', 'VC', null, 'Anh C'],
  ['068082009905', 'Hoàng Thử Duy', '30/04/1982', null, 'Hợp tác', null, null],
  ['068195009906', 'Võ Thử Hạnh', null, '14-2-1995', 'Viên chức', null, null],
];
const oneAgency = (): FlatSheet[] => [
  {
    name: 'DS năm 2026',
    rows: [
      [{ text: 'TRUNG TÂM MẪU', wide: 3 }, null, null, { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', wide: 4 }],
      [],
      [{ text: 'DANH SÁCH VIÊN CHỨC, NGƯỜI LAO ĐỘNG', wide: 7 }],
      [],
      [{ text: 'STT', tall: 2 }, { text: 'Họ và tên', tall: 2 }, { text: 'Ngày, tháng, năm sinh', wide: 2 }, { text: 'Số CCCD', tall: 2 }, { text: 'Chức vụ', tall: 2 }, { text: 'Loại', tall: 2 }, { text: 'Trình độ ngoại ngữ', tall: 2 }, { text: 'Ghi chú', tall: 2 }],
      [null, null, 'Nam', 'Nữ'],
      ...ofOneAgency.map(([id, name, man, woman, kind, office, language], i): FlatCell[] => [i + 1, name, man, woman, id, office, kind, language, i === 1 ? 'đi học' : null]),
      [null, { text: 'Tổng cộng: 6 người', wide: 3 }],
      [],
      [null, { text: 'NGƯỜI LẬP BIỂU', wide: 2 }, null, null, { text: 'THỦ TRƯỞNG ĐƠN VỊ', wide: 3 }],
    ],
  },
];

const makers: readonly (() => void)[] = [
  () => writeByLibreOffice(file('01-shuffled.xlsx'), shuffled()),
  () => writeByLibreOffice(file('02-official-form.xlsx'), official()),
  () => writeByLibreOffice(file('03-sheet-per-unit.xlsx'), sheetPerUnit()),
  () => writeByLibreOffice(file('04-group-rows.xlsx'), grouped()),
  () => writeByLibreOffice(file('05-lost-numbers.xlsx'), lostNumbers()),
  () => writeByLibreOffice(file('06-days-from-1904.xlsx'), days(), { epoch: 1904 }),
  () => {
    writeByLibreOffice(file('07-windows-1258.csv'), retyped(csvRows(), tonesBehind), { csv: 'windows-1258' });
    writeByLibreOffice(file('07-tcvn3.csv'), retyped(csvRows(), inAbc), { csv: 'windows-1252' });
  },
  () => writeByLibreOffice(file('08-letters.xlsx'), letters()),
  () => writeByLibreOffice(file('09-units-by-name.xlsx'), named()),
  () => writeByLibreOffice(file('10-twice.xlsx'), twice()),
  () => writeByLibreOffice(file('11-one-agency.xlsx'), oneAgency()),
];

const asked = Number(process.argv[2] ?? 0);
for (const make of asked > 0 ? makers.slice(asked - 1, asked) : makers) make();
