// Vietnamese as data: words of the choice columns of the roster template, written down anew.
import { rosterTemplate } from '@saubac/domain/people';
import { retirementMonths } from '../src/people/retirement.ts';
import { coverTogether, covers, endOfTime, periodOf, sortable, type Dated, type Rows } from './reading.ts';

// The words of the template's choice columns, written down anew, so that the generator is not held against itself.
const words: Readonly<Record<string, readonly string[]>> = {
  tier: ['Cấp tỉnh', 'Cấp huyện', 'Cấp xã'],
  body_kind: ['Cơ quan nhà nước', 'Cơ quan Đảng', 'Tổ chức chính trị - xã hội', 'Đơn vị sự nghiệp công lập'],
  succession_kind: ['Sáp nhập', 'Chia tách', 'Chuyển', 'Đổi tên', 'Giải thể', ''],
  sex: ['Nam', 'Nữ'],
  kind: ['Cán bộ', 'Công chức', 'Viên chức', 'Người lao động'],
  office_rank: ['', '?', 'Cấp tổ', 'Cấp phòng', 'Cấp sở', 'Lãnh đạo tỉnh'],
  planned_rank: ['', 'Cấp tổ', 'Cấp phòng', 'Cấp sở', 'Lãnh đạo tỉnh'],
  state: ['Đã khai', 'Đã xác minh', 'Không công nhận', 'Hủy'],
};

const allowed: Readonly<Record<string, RegExp>> = {
  code: /^[^/;]{0,64}$/, 'id-number': /^\d{12}$/, date: /^(|\d\d\/\d\d\/\d{4}|\d{4})$/, 'last-day': /^(|\d\d\/\d\d\/\d{4})$/, flag: /^(|x|\?)$/, number: /^(|\d{1,4}(\.\d)?)$/,
};

const cellProblems = (rows: Rows): string[] =>
  rosterTemplate.flatMap(({ key, columns }) =>
    columns.flatMap((column) => {
      const right = (cell: string): boolean =>
        !(column.required && cell === '') && (words[column.key]?.includes(cell) ?? true) && (allowed[column.reading]?.test(cell) ?? true) && cell === cell.normalize('NFC').trim();
      const cells = rows[key].map((row) => (row as Record<string, string>)[column.key] ?? 'absent');
      return [...new Set(cells.filter((cell) => !right(cell)))].slice(0, 3).map((cell) => `${key}.${column.key}: "${cell}"`);
    }),
  );

const overlapping = (periods: readonly Dated[]): boolean =>
  periods.toSorted((a, b) => (a.from < b.from ? -1 : 1)).some((it, i, all) => it.to < it.from || (i > 0 && all[i - 1]!.to >= it.from));

const unitProblems = (rows: Rows): string[] => {
  const byCode = new Map([...Map.groupBy(rows.units, ({ code }) => code)].map(([code, versions]) => [code, versions.map(periodOf)]));
  const stands = (code: string, period: Dated): boolean => coverTogether(byCode.get(code) ?? [], period);
  const overlaps = [...byCode].filter(([, periods]) => overlapping(periods)).map(([code]) => `unit ${code} overlaps`);
  const references = rows.units.flatMap((row) => [
    ...[row.parent_code, row.reports_to].filter((code) => code !== '' && !stands(code, periodOf(row))).map((code) => `${row.code} refers to ${code}, which does not stand`),
    ...row.succeeded_by.split(';').filter((code) => code !== '' && !byCode.has(code)).map((code) => `${row.code} is succeeded by ${code}, which is no unit`),
  ]);
  const people = rows.people.filter((row) => !stands(row.unit_code, periodOf(row))).map((row) => `${row.id_number} in ${row.unit_code} from ${row.valid_from} to ${row.valid_to}`);
  return [...overlaps, ...references, ...people];
};

const months = (from: string, to: string): number => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

const personProblems = (id: string, all: Rows['people'], effective: string): string[] => {
  const main = all.filter(({ concurrent }) => concurrent === '');
  const periods = main.map(periodOf);
  const whole = { from: periods.map(({ from }) => from).toSorted()[0] ?? '', to: periods.map(({ to }) => to).toSorted().at(-1) ?? '' };
  const found: string[] = [];
  if (overlapping(periods)) found.push('main posts overlap');
  if (!coverTogether(periods, whole)) found.push('a gap between main posts');
  if (whole.from > effective) found.push('comes after the effective date');
  if (whole.to !== endOfTime && whole.to >= effective) found.push('leaves after the effective date');
  if (all.some((row) => row.concurrent === 'x' && !coverTogether([whole], periodOf(row)))) found.push('a concurrent post outside the main ones');
  if (new Set(all.map((row) => [row.full_name, row.birth_date, row.sex, row.ethnicity].join())).size > 1) found.push('two faces');
  const birth = sortable(main[0]!.birth_date);
  if (birth.length === 10) {
    const last = whole.to === endOfTime ? effective : whole.to;
    if (months(birth, whole.from) < 20 * 12) found.push(`begins at ${months(birth, whole.from)} months`);
    if (months(birth, last) > retirementMonths(main[0]!.sex as 'Nam' | 'Nữ', Number(last.slice(0, 4))) + 1) found.push(`still there at ${months(birth, last)} months`);
  }
  return found.map((it) => `${id}: ${it}`);
};

const certificateProblems = (rows: Rows, effective: string): string[] => {
  const people = Map.groupBy(rows.people, ({ id_number }) => id_number);
  return rows.certificates.flatMap((row) => {
    const holder = people.get(row.id_number);
    if (!holder) return [`certificate of ${row.id_number}, who is nobody`];
    const day = sortable(row.exam_date);
    const left = holder.filter(({ concurrent }) => concurrent === '').map((it) => periodOf(it).to).toSorted().at(-1)!;
    return day > effective || day > left || (row.decision_date !== '' && sortable(row.decision_date) <= day) ? [`certificate ${row.number} of ${day}`] : [];
  });
};

/** Everything that would make a sample no believable roster, in words; empty if it is one. */
export const problemsOf = (rows: Rows, effective: string): string[] => {
  const byPerson = Map.groupBy(rows.people, ({ id_number }) => id_number);
  const posts = Map.groupBy(rows.posts, ({ code }) => code);
  return [
    ...cellProblems(rows),
    ...unitProblems(rows),
    ...[...byPerson].flatMap(([id, all]) => personProblems(id, all, effective)),
    ...rows.people.filter(({ post_code }) => !posts.has(post_code)).map(({ post_code }) => `no post ${post_code}`),
    ...rows.posts.filter((row) => row.valid_to !== '' && !covers(periodOf(row), '2020-01-01')).map(({ code }) => `post ${code}`),
    ...certificateProblems(rows, effective),
  ];
};
