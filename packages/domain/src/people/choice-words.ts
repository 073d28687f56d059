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
    { code: 'central', words: 'Cấp trung ương', alsoRead: ['Trung ương'] },
    { code: 'province', words: 'Cấp tỉnh', alsoRead: ['Tỉnh', 'Thành phố'] },
    { code: 'district', words: 'Cấp huyện', alsoRead: ['Huyện'] },
    { code: 'commune', words: 'Cấp xã', alsoRead: ['Xã'] },
  ],
  body_kind: [
    { code: 'state', words: 'Cơ quan nhà nước', alsoRead: ['Nhà nước'] },
    { code: 'party', words: 'Cơ quan Đảng', alsoRead: ['Đảng'] },
    { code: 'socio-political', words: 'Tổ chức chính trị - xã hội', alsoRead: ['Tổ chức chính trị – xã hội', 'Đoàn thể'] },
    { code: 'public-service', words: 'Đơn vị sự nghiệp công lập', alsoRead: ['Đơn vị sự nghiệp', 'ĐVSNCL'] },
  ],
  succession_kind: [
    { code: 'merge', words: 'Sáp nhập' },
    { code: 'split', words: 'Chia tách' },
    { code: 'move', words: 'Chuyển' },
    { code: 'rename', words: 'Đổi tên' },
    { code: 'abolish', words: 'Giải thể' },
  ],
  sex: [
    { code: 'male', words: 'Nam' },
    { code: 'female', words: 'Nữ' },
  ],
  kind: [
    { code: 'cadre', words: 'Cán bộ' },
    { code: 'civil-servant', words: 'Công chức' },
    { code: 'public-employee', words: 'Viên chức' },
    { code: 'contract-staff', words: 'Người lao động', alsoRead: ['Hợp đồng lao động'] },
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

const codesByWords = new Map(
  Object.entries(table).map(([column, choices]) => [
    column,
    new Map(choices.flatMap(({ code, words, alsoRead = [] }) => [words, code, ...alsoRead].map((it) => [plainText(it), code] as const))),
  ]),
);
const wordsByCode = new Map(Object.entries(table).map(([column, choices]) => [column, new Map(choices.map((it) => [it.code, it.words]))]));

/** The code of a choice column's words, whatever their case and accents; undefined if the column has no such choice. Ranks of office are their positions. */
export const choiceOf = (column: string, words: string): string | undefined => codesByWords.get(column)?.get(plainText(words));

/** The words of a choice column's code; undefined if there is none. */
export const wordsOfChoice = (column: string, code: string): string | undefined => wordsByCode.get(column)?.get(code);

/** All words that a choice column accepts, as they are written in a workbook. */
export const choicesOf = (column: string): readonly string[] => (table[column] ?? []).map(({ words }) => words);
