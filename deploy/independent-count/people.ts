// From the sheets of a roster to what is known of each person present on a date. Imports nothing of the product.
// Vietnamese as data: headings and cells of the roster workbook, as a person would read them
import { readSheets, type SheetRow } from './workbook.ts';

export type Present = {
  kind: string;
  tier: string;
  bodyKind: string;
  field: string;
  needsLanguage: boolean;
  leader: boolean;
  officeRank: string;
  plannedRank: string;
  birth: string;
  languageTeacher: boolean;
  languageDegree: boolean;
  level: number;
};

/** dd/mm/yyyy, or a year, which counts as its first of January. */
const day = (text: string): string => {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (y) return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return /^\d{4}$/.test(text) ? `${text}-01-01` : text;
};

const yearsLater = (date: string, years: number): string => {
  const year = Number(date.slice(0, 4)) + years;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return date.endsWith('-02-29') && !leap ? `${year}-02-28` : `${year}${date.slice(4)}`;
};

const holdsOn = (row: SheetRow, on: string): boolean => {
  const from = day(row['Từ ngày'] ?? '');
  const last = day(row['Đến hết ngày'] ?? '');
  return (from === '' || from <= on) && (last === '' || on <= last);
};

const yes = (text: string | undefined): boolean => text?.toLowerCase() === 'x';

const grades: Record<string, number> = { A1: 1, A2: 2, B1: 3, B2: 4, C1: 5, C2: 6 };
const number = (row: SheetRow, heading: string): number => (row[heading] ? Number(row[heading].replace(',', '.')) : Number.NaN);
const twoYears = new Set(['ielts', 'toefl-ibt', 'toefl-itp', 'toeic']);
/** Certificates for which the examining body must have been licensed; the demo names a body only for exams since its licence. */
const licensed = new Set(['framework', 'vstep-3-5', 'vstep-2']);

const byScore = (score: number, three: number, four: number): number => (score >= four ? 4 : score >= three ? 3 : 0);

/** Circular 23/2021 and the VSTEP tables, read off the documents by hand. */
const levelOf = (row: SheetRow): number => {
  const grade = (row['Bậc, hạng ghi trên chứng chỉ'] ?? '').toUpperCase();
  const score = number(row, 'Điểm chung');
  const [l, r, s, w] = ['Nghe', 'Đọc', 'Nói', 'Viết'].map((it) => number(row, it)) as [number, number, number, number];
  const mean = Math.round(((l + r + s + w) / 4) * 2) / 2;
  switch (row['Mã loại chứng chỉ']) {
    case 'framework': return grades[grade] ?? 0;
    case 'ielts': return byScore(Number.isNaN(score) ? mean : score, 4, 5.5);
    case 'toefl-ibt': return byScore(score, 30, 46);
    case 'toefl-itp': return score >= 450 ? 3 : 0;
    case 'toeic': return l >= 400 && r >= 385 && s >= 160 && w >= 150 ? 4 : l >= 275 && r >= 275 && s >= 120 && w >= 120 ? 3 : 0;
    case 'cambridge': return Number.isNaN(score) ? Math.min(4, grades[grade] ?? 0) : byScore(score, 140, 160);
    case 'tcf': return byScore(score, 300, 400);
    case 'delf': case 'goethe': return (grades[grade] ?? 0) >= 4 ? 4 : (grades[grade] ?? 0) === 3 ? 3 : 0;
    case 'testdaf': return Number(grade.replace(/\D/g, '')) >= 4 ? 4 : Number(grade.replace(/\D/g, '')) === 3 ? 3 : 0;
    case 'hsk': return Number(grade.replace(/\D/g, '')) >= 4 ? 4 : Number(grade.replace(/\D/g, '')) === 3 ? 3 : 0;
    case 'jlpt': return ['N1', 'N2', 'N3'].includes(grade) ? 4 : grade === 'N4' ? 3 : 0;
    case 'trki': return Number(grade) >= 2 ? 4 : Number(grade) === 1 ? 3 : 0;
    case 'vstep-3-5': {
      const average = Number.isNaN(score) ? mean : score;
      if (Number.isNaN(average)) return Math.min(5, grades[grade] ?? 0);
      return average >= 8.5 ? 5 : byScore(average, 4, 6);
    }
    case 'vstep-2': return score >= 6.5 || mean >= 6.5 || (Number.isNaN(score) && Number.isNaN(mean) && grade === 'A2') ? 2 : 0;
    default: return 0;
  }
};

const isValid = (row: SheetRow, on: string): boolean => {
  const taken = day(row['Ngày thi'] ?? '');
  const printed = day(row['Có giá trị đến hết ngày'] ?? '');
  if (taken > on || (printed !== '' && on > printed)) return false;
  return !twoYears.has(row['Mã loại chứng chỉ'] ?? '') || on <= yearsLater(taken, 2);
};

const bestLevels = (rows: readonly SheetRow[], on: string, issuers: ReadonlySet<string>): { levels: Map<string, number>; degrees: Set<string> } => {
  const levels = new Map<string, number>();
  const degrees = new Set<string>();
  for (const row of rows) {
    const person = row['Số định danh cá nhân'] ?? '';
    if (row['Trạng thái'] !== 'Đã xác minh') continue;
    if (row['Mã loại chứng chỉ'] === 'language-degree' && day(row['Ngày thi'] ?? '') <= on) degrees.add(person);
    if (!isValid(row, on) || (licensed.has(row['Mã loại chứng chỉ'] ?? '') && !issuers.has(row['Đơn vị cấp'] ?? ''))) continue;
    const level = row['Bậc được xác nhận'] ? Number(row['Bậc được xác nhận']) : levelOf(row);
    if (level > (levels.get(person) ?? 0)) levels.set(person, level);
  }
  return { levels, degrees };
};

/** Everybody who holds a main post on a date. `issuers` are the codes and names of licensed bodies. */
export const presentOn = (file: string, on: string, issuers: ReadonlySet<string>): Present[] => {
  const sheet = readSheets(file);
  const units = new Map(sheet('Đơn vị').filter((it) => holdsOn(it, on)).map((it) => [it['Mã đơn vị'], it]));
  const posts = new Map(sheet('Vị trí việc làm').map((it) => [it['Mã vị trí'], it]));
  const { levels, degrees } = bestLevels(sheet('Chứng chỉ'), on, issuers);
  return sheet('Nhân sự')
    .filter((it) => holdsOn(it, on) && !yes(it['Kiêm nhiệm']))
    .flatMap((row) => {
      const unit = units.get(row['Mã đơn vị']);
      if (!unit) return [];
      const post = posts.get(row['Mã vị trí']);
      const person = row['Số định danh cá nhân'] ?? '';
      const tier = unit['Cấp'] ?? '';
      return [
        {
          kind: row['Đối tượng'] ?? '',
          tier: tier === 'Cấp huyện' && on >= '2025-07-01' ? '' : tier,
          bodyKind: unit['Loại cơ quan'] ?? '',
          field: unit['Lĩnh vực'] ?? '',
          needsLanguage: yes(unit['Địa bàn, lĩnh vực cần ngoại ngữ']) || yes(post?.['Vị trí cần ngoại ngữ']),
          leader: yes(row['Lãnh đạo, quản lý']),
          officeRank: row['Cấp chức vụ'] ?? '',
          plannedRank: row['Quy hoạch cấp chức vụ'] ?? '',
          birth: day(row['Ngày sinh'] ?? ''),
          languageTeacher: yes(post?.['Giáo viên, giảng viên ngoại ngữ']),
          languageDegree: degrees.has(person),
          level: levels.get(person) ?? 0,
        },
      ];
    });
};

/** Born late enough to be under so many years on a day; nobody whose birth date is not known. */
export const under = (person: Present, years: number, on: string): boolean => person.birth !== '' && yearsLater(person.birth, years) > on;
/** Cấp phòng and above. */
export const divisionOrAbove = (rank: string): boolean => ['Cấp phòng', 'Cấp sở', 'Lãnh đạo tỉnh'].includes(rank);
