// Vietnamese as data: names of posts, cells of a workbook.
import { dayOf, typed } from '../values/day.ts';
import type { Flag } from '../profile.ts';

/** A row of the sheet of posts. */
export type PostRow = {
  code: string; name: string; needs_language: string; language_teacher: string; language_code: string; level: string; valid_from: string; valid_to: string;
};

type Standard = { level: number; from: string; to?: string; language?: string };
type Post = { name: string; ranks?: readonly string[]; needs?: Flag; languageTeacher?: true; standards?: readonly Standard[] };

// Ranks from the lowest up: civil servants' by Circular 11/2014 (and 2/2021), professional grades by those of their ministries.
const administration = ['01.004', '01.003', '01.002', '01.001'];
const specialists = ['01.003', '01.002'];
const kindergarten = ['V.07.02.26', 'V.07.02.25', 'V.07.02.24'];
const primary = ['V.07.03.29', 'V.07.03.28', 'V.07.03.27'];
const lowerSecondary = ['V.07.04.32', 'V.07.04.31', 'V.07.04.30'];
const upperSecondary = ['V.07.05.15', 'V.07.05.14', 'V.07.05.13'];
const lecturers = ['V.07.01.03', 'V.07.01.02', 'V.07.01.01'];
const doctors = ['V.08.01.03', 'V.08.01.02', 'V.08.01.01'];

// Circular 11/2014 asked civil servants for level 2 (specialist) and 3 (senior specialist); Circular 2/2021 took it back from 1 August 2021.
const formerly = (level: number): readonly Standard[] => [{ level, from: '2015-01-01', to: '2021-07-31' }];
const always = (level: number, language?: string): readonly Standard[] => [{ level, from: '2015-01-01', ...(language ? { language } : {}) }];

/** The posts of the sample: the same in every province, so that samples compare. */
export const posts = {
  'LD-TINH': { name: 'Lãnh đạo cấp tỉnh', ranks: ['01.002', '01.001'] },
  'LD-SO': { name: 'Người đứng đầu sở, ban, ngành', ranks: ['01.002', '01.001'], standards: formerly(3) },
  'PLD-SO': { name: 'Cấp phó người đứng đầu sở, ban, ngành', ranks: ['01.003', '01.002', '01.001'], standards: formerly(3) },
  'TP-SO': { name: 'Trưởng phòng thuộc sở, ban, ngành', ranks: specialists, standards: formerly(3) },
  'PTP-SO': { name: 'Phó Trưởng phòng thuộc sở, ban, ngành', ranks: specialists, standards: formerly(2) },
  'CV-QLNN': { name: 'Chuyên viên quản lý nhà nước', ranks: specialists, standards: formerly(2) },
  'CV-TH': { name: 'Chuyên viên tổng hợp', ranks: specialists, standards: formerly(2) },
  'CV-HTQT': { name: 'Chuyên viên hợp tác quốc tế', ranks: specialists, needs: 'x', standards: always(4) },
  'CV-XTDT': { name: 'Chuyên viên xúc tiến đầu tư, thương mại, du lịch', ranks: specialists, needs: 'x', standards: always(3, 'en') },
  'TTR': { name: 'Thanh tra viên', ranks: ['04.025', '04.024'] },
  'KT-HC': { name: 'Kế toán viên', ranks: ['06.032', '06.031'] },
  'CS': { name: 'Cán sự, văn thư', ranks: ['01.005', '01.004'] },
  'CV-DANG': { name: 'Chuyên viên công tác Đảng', ranks: specialists },
  'CV-DT': { name: 'Chuyên viên công tác đoàn thể', ranks: specialists },
  'LD-HUYEN': { name: 'Lãnh đạo cấp huyện', ranks: ['01.003', '01.002'] },
  'TP-HUYEN': { name: 'Trưởng phòng, ban cấp huyện', ranks: specialists, standards: formerly(2) },
  'PTP-HUYEN': { name: 'Phó Trưởng phòng, ban cấp huyện', ranks: specialists, standards: formerly(2) },
  'CV-HUYEN': { name: 'Chuyên viên phòng, ban cấp huyện', ranks: administration.slice(0, 2), standards: formerly(2) },
  'LD-XA': { name: 'Lãnh đạo cấp xã', ranks: ['01.003', '01.002'] },
  'TP-XA': { name: 'Trưởng phòng, ban cấp xã', ranks: specialists },
  'PTP-XA': { name: 'Phó Trưởng phòng, ban cấp xã', ranks: specialists },
  'CV-XA': { name: 'Chuyên viên cấp xã', ranks: administration.slice(0, 2) },
  'HCC-XA': { name: 'Công chức Trung tâm Phục vụ hành chính công', ranks: administration.slice(0, 2), needs: '?' },
  'TC-XA': { name: 'Người đứng đầu tổ chức chính trị - xã hội cấp xã' },
  'VP-TK': { name: 'Công chức Văn phòng - thống kê', ranks: administration.slice(0, 2) },
  'TC-KT': { name: 'Công chức Tài chính - kế toán', ranks: administration.slice(0, 2) },
  'DC-XD': { name: 'Công chức Địa chính - xây dựng', ranks: administration.slice(0, 2) },
  'TP-HT': { name: 'Công chức Tư pháp - hộ tịch', ranks: administration.slice(0, 2) },
  'VH-XH': { name: 'Công chức Văn hóa - xã hội', ranks: administration.slice(0, 2), needs: '?' },
  'CHT-QS': { name: 'Chỉ huy trưởng Ban Chỉ huy quân sự cấp xã' },
  'HT': { name: 'Hiệu trưởng' },
  'PHT': { name: 'Phó Hiệu trưởng' },
  'GV-MN': { name: 'Giáo viên mầm non', ranks: kindergarten },
  'GV-TH': { name: 'Giáo viên tiểu học', ranks: primary },
  'GV-CS': { name: 'Giáo viên trung học cơ sở', ranks: lowerSecondary },
  'GV-PT': { name: 'Giáo viên trung học phổ thông', ranks: upperSecondary },
  'GV-NN-TH': { name: 'Giáo viên tiếng Anh tiểu học', ranks: primary, needs: 'x', languageTeacher: true, standards: always(4, 'en') },
  'GV-NN-CS': { name: 'Giáo viên tiếng Anh trung học cơ sở', ranks: lowerSecondary, needs: 'x', languageTeacher: true, standards: always(4, 'en') },
  'GV-NN-PT': { name: 'Giáo viên tiếng Anh trung học phổ thông', ranks: upperSecondary, needs: 'x', languageTeacher: true, standards: always(5, 'en') },
  'NV-TH': { name: 'Nhân viên thư viện, thiết bị, y tế trường học', ranks: ['02.008', '02.007'] },
  'GVI': { name: 'Giảng viên', ranks: lecturers, standards: always(3) },
  'GVI-NN': { name: 'Giảng viên ngoại ngữ', ranks: lecturers, needs: 'x', languageTeacher: true, standards: always(5) },
  'LD-YT': { name: 'Lãnh đạo bệnh viện, trung tâm y tế', ranks: doctors },
  'TK': { name: 'Trưởng khoa, phòng chuyên môn', ranks: doctors },
  'PTK': { name: 'Phó Trưởng khoa, phòng chuyên môn', ranks: doctors },
  'BS': { name: 'Bác sĩ', ranks: doctors },
  'DD': { name: 'Điều dưỡng', ranks: ['V.08.05.13', 'V.08.05.12', 'V.08.05.11'] },
  'HS': { name: 'Hộ sinh', ranks: ['V.08.06.16', 'V.08.06.15'] },
  'DS': { name: 'Dược sĩ', ranks: ['V.08.08.23', 'V.08.08.22'] },
  'KTY': { name: 'Kỹ thuật y', ranks: ['V.08.07.19', 'V.08.07.18'] },
  'YS': { name: 'Y sĩ', ranks: ['V.08.03.07'] },
  'TYT': { name: 'Trưởng trạm y tế', ranks: ['V.08.03.07', 'V.08.01.03'] },
  'LD-DV': { name: 'Lãnh đạo đơn vị sự nghiệp', ranks: ['01.003', '01.002'] },
  'TP-DV': { name: 'Trưởng phòng thuộc đơn vị sự nghiệp', ranks: specialists },
  'VC-CM': { name: 'Viên chức chuyên môn', ranks: specialists },
  'KS': { name: 'Kỹ sư' },
  'PV': { name: 'Phóng viên, biên tập viên' },
  'HDV': { name: 'Hướng dẫn viên', needs: 'x', standards: always(3) },
  'HD': { name: 'Nhân viên hỗ trợ, phục vụ (hợp đồng)' },
  'KN-CD': { name: 'Chủ tịch công đoàn cơ sở (kiêm nhiệm)' },
  'KN-UV': { name: 'Thành viên hội đồng, ban chỉ đạo (kiêm nhiệm)' },
} as const satisfies Readonly<Record<string, Post>>;

export type PostCode = keyof typeof posts;

const known: Readonly<Record<PostCode, Post>> = posts;

/** Ranks or professional grades of a post, lowest first; none where the post has none. */
export const ranksOf = (post: PostCode): readonly string[] => known[post].ranks ?? [];

/** Whether who holds the post teaches a language. */
export const teachesLanguage = (post: PostCode): boolean => known[post].languageTeacher === true;

/** Whether the post itself asks for a language. */
export const needsLanguage = (post: PostCode): boolean => known[post].needs === 'x';

const lastDay = (to: string | undefined): string => (to === undefined ? '' : typed(dayOf(to)));

const rowsOfPost = (code: string, post: Post): PostRow[] => {
  const base = { code, name: post.name, needs_language: post.needs ?? '', language_teacher: post.languageTeacher ? 'x' : '' };
  const bare = (from: string): PostRow => ({ ...base, language_code: '', level: '', valid_from: from, valid_to: '' });
  const standards = (post.standards ?? []).map((it) => ({
    ...base, language_code: it.language ?? '', level: String(it.level), valid_from: typed(dayOf(it.from)), valid_to: lastDay(it.to),
  }));
  const last = (post.standards ?? []).at(-1);
  // A post stays when its standard ends: a row without a level follows.
  if (last?.to !== undefined) return [...standards, bare(typed(dayOf(last.to) + 1))];
  return standards.length > 0 ? standards : [bare(typed(dayOf('2015-01-01')))];
};

/** The sheet of posts with the level each requires, dated. */
export const postRows = function* (): Generator<PostRow> {
  for (const [code, post] of Object.entries(known)) yield* rowsOfPost(code, post);
};
