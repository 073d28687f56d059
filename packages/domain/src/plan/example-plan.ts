// Vietnamese as data: a plan quotes its clauses in their own words. The guide docs/plan-file.md prints this plan; a test keeps them equal.
import type { PlanFileInput } from './plan-file.ts';

/** A small plan that is complete: every section a plan must have, and the two kinds of targets. */
export const examplePlan: PlanFileInput = {
  $schema: '../../schemas/plan.schema.json',
  schemaVersion: 1,
  id: 'example-2021-2030',
  title: { vi: 'Kế hoạch học tập ngoại ngữ giai đoạn 2021 - 2030', en: 'Language learning plan 2021–2030' },
  documents: [
    {
      id: 'plan',
      number: '12/KH-UBND',
      title: { vi: 'Kế hoạch học tập ngoại ngữ' },
      kind: 'plan',
      issuer: { vi: 'Ủy ban nhân dân tỉnh' },
      issuedOn: '2021-01-15',
    },
    {
      id: 'decision-1659',
      number: '1659/QĐ-TTg',
      title: { vi: 'Quyết định phê duyệt Đề án' },
      kind: 'decision',
      issuer: { vi: 'Thủ tướng Chính phủ' },
      issuedOn: '2019-11-19',
    },
  ],
  basis: [{ document: 'decision-1659', cite: { document: 'plan', clause: '0.¶1', quote: 'Thực hiện Quyết định số 1659/QĐ-TTg' } }],
  period: { from: '2021-01-01', to: '2030-12-31', cite: { document: 'plan', clause: 'I.2', quote: 'Từ năm 2021 đến hết năm 2030' } },
  scope: { units: 'all', cite: { document: 'plan', clause: '0.¶1', quote: 'trên địa bàn tỉnh' } },
  subjects: [
    {
      id: 'officials',
      title: { vi: 'Cán bộ, công chức', en: 'Cadres and civil servants' },
      cite: { document: 'plan', clause: 'I.1.a', quote: 'Cán bộ, công chức trong các cơ quan nhà nước' },
      rule: { all: [{ fact: 'kind', in: ['cadre', 'civil-servant'] }, { fact: 'bodyKind', in: ['state'] }] },
    },
  ],
  exclusions: [
    {
      id: 'language-teachers',
      title: { vi: 'Giáo viên, giảng viên ngoại ngữ', en: 'Foreign-language teachers' },
      cite: { document: 'plan', clause: 'I.1.b', quote: 'Không áp dụng với giáo viên, giảng viên ngoại ngữ' },
      rule: { fact: 'languageTeacher', is: true },
    },
  ],
  certificates: { states: ['verified'], cite: { document: 'plan', clause: 'II.1', quote: 'trình độ ngoại ngữ bậc 4 trở lên' } },
  cohortsRelation: 'overlapping',
  targets: [
    {
      id: 'officials-2025',
      title: { vi: 'Cán bộ, công chức cấp tỉnh đạt bậc 4 trở lên', en: 'Provincial officials at level 4 or above' },
      cite: {
        document: 'plan',
        clause: 'II.1',
        quote: 'Đến hết năm 2025, 25% cán bộ, công chức cấp tỉnh (tập trung vào lãnh đạo từ cấp phòng dưới 40 tuổi) đạt trình độ ngoại ngữ bậc 4 trở lên',
      },
      milestone: '2025-12-31',
      measure: { kind: 'share', goal: 2500 },
      cohort: { fact: 'governmentLevel', in: ['province'] },
      focus: {
        title: { vi: 'Lãnh đạo từ cấp phòng dưới 40 tuổi', en: 'Leaders from division rank up, under 40' },
        rule: { all: [{ fact: 'officeRank', atLeast: 'division' }, { fact: 'age', below: 40, on: 'milestone' }] },
      },
      reachedWhen: { fact: 'level', atLeast: 4, languages: 'any' },
      nationalRow: 'officials-province-district-2025',
      reading: {
        chosen: { vi: 'Tuổi tính đến ngày mốc 31/12/2025.', en: 'Age is taken on the milestone.' },
        chosenBy: { vi: 'Sở Nội vụ', en: 'Department of Home Affairs' },
        alternatives: [{ vi: 'Tuổi tính đến ngày báo cáo.', en: 'Age is taken on the day of the report.' }],
      },
    },
    {
      id: 'policies-2025',
      title: { vi: 'Xây dựng cơ chế, chính sách khuyến khích', en: 'Policies of encouragement' },
      cite: { document: 'plan', clause: 'II.2', quote: 'Đến hết năm 2025, hoàn thành cơ chế, chính sách khuyến khích học tập ngoại ngữ' },
      milestone: '2025-12-31',
      measure: { kind: 'evidence', proofs: [{ vi: 'Nghị quyết, quyết định đã ban hành', en: 'Resolutions and decisions issued' }] },
    },
  ],
  bodies: [{ id: 'home-affairs', name: { vi: 'Sở Nội vụ', en: 'Department of Home Affairs' }, cite: { document: 'plan', clause: 'III.1', quote: 'Sở Nội vụ' } }],
  tasks: [
    {
      id: 'yearly-review',
      title: { vi: 'Rà soát trình độ và nhu cầu hằng năm', en: 'Review levels and needs every year' },
      cite: { document: 'plan', clause: 'III.1.a', quote: 'Rà soát thực trạng trình độ và nhu cầu hằng năm' },
      topic: 'survey',
      lead: ['home-affairs'],
      recurs: 'yearly',
    },
  ],
};
