// Vietnamese as data: what old personal files say of languages, cells of a workbook.
import { yearOf } from '../values/day.ts';
import type { Random } from '../values/random.ts';
import type { Certificate } from './certificates.ts';

const names: Readonly<Record<string, string>> = {
  en: 'Tiếng Anh', fr: 'Tiếng Pháp', zh: 'Tiếng Trung', ja: 'Tiếng Nhật', ru: 'Tiếng Nga', ko: 'Tiếng Hàn', lo: 'Tiếng Lào', km: 'Tiếng Khmer', de: 'Tiếng Đức',
};

// What old files say of people who hold nothing that counts.
const oldWords = [
  'Tiếng Anh B', 'Tiếng Anh B', 'Tiếng Anh B', 'Anh văn trình độ B', 'Anh B', 'Chứng chỉ B tiếng Anh', 'Tiếng Anh A', 'Tiếng Anh C', 'chứng chỉ C', 'Anh văn C',
  'Tiếng Anh A2', 'Tiếng Anh B1', 'B1 khung châu Âu', 'Tiếng Anh bậc 2', 'Tiếng Anh bậc 3/6', 'Tiếng Pháp B', 'Nga văn B', 'Tiếng Anh trình độ B', 'Anh văn B', 'CC B Anh văn',
];

const ofCertificate = (random: Random, it: Certificate): string => {
  const { row, day, language, level } = it;
  const name = names[language] ?? language;
  const inner = name.replace('Tiếng', 'tiếng');
  switch (row.type_code) {
    case 'language-degree':
      return random.pick([`ĐH Ngoại ngữ ${name}`, `Đại học ${inner}`, `Cử nhân ${inner}`]);
    case 'ielts':
      return `IELTS ${row.score} (${yearOf(day)})`;
    case 'toeic':
      return `TOEIC ${row.score}`;
    case 'hsk':
      return `HSK${row.grade}`;
    case 'jlpt':
      return `JLPT ${row.grade}`;
    case 'old-abc':
      return `${name} ${row.grade}`;
    case 'course-completion':
      return random.pick([`${name} (lớp bồi dưỡng)`, `Biết ${inner}`]);
    default:
      return random.pick([`${name} ${['', 'A1', 'A2', 'B1', 'B2', 'C1'][level] ?? ''}`.trim(), `${name} bậc ${level}`]);
  }
};

/** What the file says of somebody's languages in its own words; often nothing, and often less than the certificates show. */
export const languageTextOf = (random: Random, certificates: readonly Certificate[]): string => {
  const last = certificates.at(-1);
  if (last) return random.chance(0.55) && last.level + (last.row.type_code === 'language-degree' ? 1 : 0) > 0 ? ofCertificate(random, last) : '';
  return random.chance(0.28) ? random.pick(oldWords).normalize('NFC') : '';
};
