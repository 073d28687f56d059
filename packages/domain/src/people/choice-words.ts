// Vietnamese as data: the words that people write into the cells of a roster.
import { plainText } from './clean-text.ts';

type Choice = { code: string; words: string; alsoRead?: readonly string[] };

const officeRanks: readonly Choice[] = [
  { code: '0', words: 'Không' },
  { code: '10', words: 'Cấp tổ', alsoRead: ['Tổ', 'team'] },
  { code: '20', words: 'Cấp phòng', alsoRead: ['Phòng', 'division'] },
  { code: '30', words: 'Cấp sở', alsoRead: ['Sở', 'department'] },
  { code: '40', words: 'Lãnh đạo tỉnh', alsoRead: ['Cấp tỉnh', 'province'] },
];

const table: Readonly<Record<string, readonly Choice[]>> = {
  tier: [
    { code: 'central', words: 'Cấp trung ương', alsoRead: ['Trung ương', 'TW', 'Cấp TW'] },
    { code: 'province', words: 'Cấp tỉnh', alsoRead: ['Tỉnh', 'Thành phố'] },
    { code: 'district', words: 'Cấp huyện', alsoRead: ['Huyện'] },
    { code: 'commune', words: 'Cấp xã', alsoRead: ['Xã'] },
  ],
  body_kind: [
    { code: 'state', words: 'Cơ quan nhà nước', alsoRead: ['Nhà nước'] },
    { code: 'party', words: 'Cơ quan Đảng', alsoRead: ['Đảng'] },
    { code: 'socio-political', words: 'Tổ chức chính trị - xã hội', alsoRead: ['Tổ chức chính trị – xã hội', 'Đoàn thể'] },
    { code: 'public-service', words: 'Đơn vị sự nghiệp công lập', alsoRead: ['Đơn vị sự nghiệp', 'ĐVSNCL', 'ĐVSN', 'Sự nghiệp công lập'] },
  ],
  succession_kind: [
    { code: 'merge', words: 'Sáp nhập' },
    { code: 'split', words: 'Chia tách' },
    { code: 'move', words: 'Chuyển' },
    { code: 'rename', words: 'Đổi tên' },
    { code: 'abolish', words: 'Giải thể' },
  ],
  sex: [
    { code: 'male', words: 'Nam', alsoRead: ['M', 'Ông', 'Trai'] },
    { code: 'female', words: 'Nữ', alsoRead: ['F', 'Bà', 'Gái'] },
  ],
  kind: [
    { code: 'cadre', words: 'Cán bộ', alsoRead: ['CB'] },
    { code: 'civil-servant', words: 'Công chức', alsoRead: ['CC'] },
    { code: 'public-employee', words: 'Viên chức', alsoRead: ['VC'] },
    {
      code: 'contract-staff',
      words: 'Người lao động',
      // Named after the decrees that allow them: 68/2000, 161/2018, 111/2022.
      alsoRead: ['Hợp đồng lao động', 'Lao động hợp đồng', 'Hợp đồng', 'Lao động', 'NLĐ', 'HĐ', 'HĐLĐ', 'LĐHĐ', ...['68', '161', '111'].flatMap((it) => [`HĐ ${it}`, `HĐLĐ ${it}`, `Hợp đồng ${it}`, `HĐ NĐ ${it}`, `Hợp đồng NĐ ${it}`, `Hợp đồng theo NĐ ${it}`])],
    },
  ],
  office_rank: officeRanks,
  planned_rank: officeRanks.filter(({ code }) => code !== '0'),
  state: [
    { code: 'declared', words: 'Đã khai' },
    { code: 'verified', words: 'Đã xác minh' },
    { code: 'rejected', words: 'Không công nhận' },
    { code: 'void', words: 'Hủy', alsoRead: ['Huỷ'] },
  ],
};

// Spaces and signs tell no two choices apart: "HĐ 68", "HĐ68", "H.Đ 68".
const squeezed = (words: string): string => plainText(words).replace(/[^a-z0-9]+/g, '');

const codesByWords = new Map(
  Object.entries(table).map(([column, choices]) => [
    column,
    new Map(choices.flatMap(({ code, words, alsoRead = [] }) => [words, code, ...alsoRead].map((it) => [squeezed(it), code] as const))),
  ]),
);
const wordsByCode = new Map(Object.entries(table).map(([column, choices]) => [column, new Map(choices.map((it) => [it.code, it.words]))]));

/** The code of a choice column's words, whatever their case and accents; undefined if the column has no such choice. Ranks of office are their positions. */
export const choiceOf = (column: string, words: string): string | undefined => codesByWords.get(column)?.get(squeezed(words));

/** Whether a text is the words or the code of a choice, and not one of the other ways in which people write it. */
export const isWrittenOut = (column: string, code: string, text: string): boolean => [wordsOfChoice(column, code) ?? code, code].some((it) => squeezed(it) === squeezed(text));

/** The words of a choice column's code; undefined if there is none. */
export const wordsOfChoice = (column: string, code: string): string | undefined => wordsByCode.get(column)?.get(code);

/** All words that a choice column accepts, as they are written in a workbook. */
export const choicesOf = (column: string): readonly string[] => (table[column] ?? []).map(({ words }) => words);
