import type { FactDefinition } from '../rules/index.ts';

const code = <Code extends string>(it: Code, vi: string, en: string) => ({ code: it, label: { vi, en } });

/** Kinds of people in the programme; contract staff may be trained but stand in no target. */
export const kinds = [
  code('cadre', 'cán bộ', 'cadre'),
  code('civil-servant', 'công chức', 'civil servant'),
  code('public-employee', 'viên chức', 'public employee'),
  code('contract-staff', 'người lao động', 'contract staff'),
] as const;

/** What somebody is in the programme. */
export type Kind = (typeof kinds)[number]['code'];

/** Levels of government a unit can count at; which one it is on a date is a dated rule of the plan. */
export const governmentLevels = [
  code('central', 'cấp trung ương', 'central'),
  code('province', 'cấp tỉnh', 'province'),
  code('district', 'cấp huyện', 'district'),
  code('commune', 'cấp xã', 'commune'),
] as const;

/** Kinds of bodies. */
export const bodyKinds = [
  code('state', 'cơ quan nhà nước', 'state body'),
  code('party', 'cơ quan Đảng', 'Party body'),
  code('socio-political', 'tổ chức chính trị - xã hội', 'socio-political organisation'),
  code('public-service', 'đơn vị sự nghiệp công lập', 'public service unit'),
] as const;

/** Fields of work that have a word; a tenant may use codes of its own beside them. */
export const fields = [
  code('external-affairs', 'đối ngoại, ngoại giao', 'external affairs'),
  code('home-affairs', 'nội vụ', 'home affairs'),
  code('finance', 'tài chính', 'finance'),
  code('investment', 'kế hoạch và đầu tư', 'planning and investment'),
  code('education', 'giáo dục và đào tạo', 'education'),
  code('training', 'đào tạo, bồi dưỡng', 'training'),
  code('health', 'y tế', 'health'),
  code('justice', 'tư pháp', 'justice'),
  code('inspection', 'thanh tra', 'inspection'),
  code('construction', 'xây dựng', 'construction'),
  code('transport', 'giao thông vận tải', 'transport'),
  code('agriculture', 'nông nghiệp', 'agriculture'),
  code('environment', 'môi trường', 'environment'),
  code('trade', 'công thương', 'industry and trade'),
  code('science', 'khoa học và công nghệ', 'science and technology'),
  code('culture', 'văn hóa, thể thao và du lịch', 'culture, sports and tourism'),
  code('labour', 'lao động', 'labour'),
  code('ethnic-affairs', 'dân tộc, tôn giáo', 'ethnic and religious affairs'),
  code('press', 'báo chí, truyền thông', 'press'),
] as const;

/** Ranks of the office held, rising; the positions are those of the reference table `office_ranks`. */
export const officeRanks = [
  code('none', 'không giữ chức vụ', 'no office'),
  code('team', 'cấp tổ, đội', 'team'),
  code('division', 'cấp phòng và tương đương', 'division'),
  code('department', 'cấp sở và tương đương', 'department'),
  code('province', 'lãnh đạo tỉnh, thành phố', 'province'),
] as const;

/** A rank of office. */
export type OfficeRankCode = (typeof officeRanks)[number]['code'];

/** Where each rank stands in the reference table, which leaves room between them. */
export const officeRankPositions: Readonly<Record<OfficeRankCode, number>> = { none: 0, team: 10, division: 20, department: 30, province: 40 };

/** The rank of office at a position of the reference table; undefined where the table has one that the core does not know. */
export const officeRankAt = (position: number): OfficeRankCode | undefined => officeRanks.find(({ code: it }) => officeRankPositions[it] === position)?.code;

/** What is known of a person on a date without any plugin. Membership in cohorts comes from the main post held on that date. */
export const coreFacts: readonly FactDefinition[] = [
  { id: 'kind', type: 'code', label: { vi: 'đối tượng', en: 'kind' }, codes: kinds, alwaysKnown: true },
  { id: 'governmentLevel', type: 'code', label: { vi: 'cấp của cơ quan', en: 'level of government' }, codes: governmentLevels },
  { id: 'bodyKind', type: 'code', label: { vi: 'loại cơ quan', en: 'kind of body' }, codes: bodyKinds, alwaysKnown: true },
  { id: 'field', type: 'code', label: { vi: 'lĩnh vực', en: 'field' }, names: fields, absentMeansNone: true },
  { id: 'unit', type: 'unit', label: { vi: 'đơn vị', en: 'unit' }, alwaysKnown: true },
  { id: 'post', type: 'code', label: { vi: 'vị trí việc làm', en: 'post' }, absentMeansNone: true },
  { id: 'rank', type: 'code', label: { vi: 'ngạch, hạng', en: 'rank' }, absentMeansNone: true },
  {
    id: 'needsLanguage',
    type: 'flag',
    label: { vi: 'địa bàn, lĩnh vực hoặc vị trí cần ngoại ngữ', en: 'place, field or post that needs a language' },
    phrase: {
      holds: { vi: 'công tác tại địa bàn, lĩnh vực hoặc vị trí cần ngoại ngữ', en: 'works where a language is needed' },
      fails: { vi: 'không công tác tại địa bàn, lĩnh vực hoặc vị trí cần ngoại ngữ', en: 'does not work where a language is needed' },
    },
  },
  { id: 'unitNeedsLanguage', type: 'flag', label: { vi: 'đơn vị ở địa bàn, lĩnh vực cần ngoại ngữ', en: 'unit that needs a language' } },
  { id: 'postNeedsLanguage', type: 'flag', label: { vi: 'vị trí việc làm cần ngoại ngữ', en: 'post that needs a language' } },
  { id: 'officeRank', type: 'scale', label: { vi: 'chức vụ', en: 'office held' }, codes: officeRanks },
  {
    id: 'leader',
    type: 'flag',
    label: { vi: 'giữ chức vụ lãnh đạo, quản lý', en: 'leader' },
    phrase: {
      holds: { vi: 'giữ chức vụ lãnh đạo, quản lý', en: 'is a leader' },
      fails: { vi: 'không giữ chức vụ lãnh đạo, quản lý', en: 'is not a leader' },
    },
  },
  { id: 'plannedOfficeRank', type: 'scale', label: { vi: 'được quy hoạch chức vụ', en: 'planned for an office' }, codes: officeRanks, absentMeansNone: true },
  {
    id: 'onTrainingList',
    type: 'flag',
    alwaysKnown: true,
    label: { vi: 'thuộc diện quy hoạch nâng cao năng lực ngoại ngữ', en: 'on the language-training list' },
    phrase: {
      holds: { vi: 'thuộc diện quy hoạch nâng cao năng lực ngoại ngữ', en: 'is on the language-training list' },
      fails: { vi: 'không thuộc diện quy hoạch nâng cao năng lực ngoại ngữ', en: 'is not on the language-training list' },
    },
  },
  { id: 'age', type: 'number', label: { vi: 'tuổi', en: 'age' }, takes: ['on'], range: { least: 0, most: 120 } },
  {
    id: 'languageDegree',
    type: 'flag',
    alwaysKnown: true,
    label: { vi: 'có trình độ chuyên môn ngoại ngữ', en: 'language degree' },
    phrase: {
      holds: { vi: 'có trình độ chuyên môn thuộc lĩnh vực ngoại ngữ', en: 'holds a language degree' },
      fails: { vi: 'không có trình độ chuyên môn thuộc lĩnh vực ngoại ngữ', en: 'holds no language degree' },
    },
  },
  {
    id: 'languageTeacher',
    type: 'flag',
    label: { vi: 'giáo viên, giảng viên ngoại ngữ', en: 'language teacher' },
    phrase: {
      holds: { vi: 'là giáo viên, giảng viên ngoại ngữ', en: 'is a language teacher' },
      fails: { vi: 'không phải là giáo viên, giảng viên ngoại ngữ', en: 'is not a language teacher' },
    },
  },
  // The levels of the framework that ships; a test holds the two together.
  { id: 'level', type: 'level', label: { vi: 'trình độ', en: 'level' }, range: { least: 1, most: 6 }, takes: ['languages'], absentMeansNone: true },
  {
    id: 'specialisedLanguage',
    type: 'flag',
    alwaysKnown: true,
    label: { vi: 'ngoại ngữ chuyên ngành', en: 'specialised language' },
    phrase: {
      holds: { vi: 'có ngoại ngữ chuyên ngành', en: 'holds a specialised language' },
      fails: { vi: 'không có ngoại ngữ chuyên ngành', en: 'holds no specialised language' },
    },
  },
];
