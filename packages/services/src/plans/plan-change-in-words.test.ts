import { comparePlans, examplePlan, parsePlan, type PlanFile } from '@saubac/domain/plan';
import { coreFacts } from '@saubac/domain/people';
import { definitionsById } from '@saubac/domain/rules';
import { createWords } from '@saubac/i18n';
import { describe, expect, it } from 'vitest';

import { planChangeInWords } from './plan-change-in-words.ts';

const planOf = (change: object): PlanFile => {
  const parsed = parsePlan({ ...examplePlan, ...change });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
};
const [first, second] = examplePlan.targets;
const changes = (change: object, locale: 'vi' | 'en' = 'vi'): string[] =>
  comparePlans(planOf({}), planOf(change)).map((it) => planChangeInWords(it, definitionsById(coreFacts), createWords(locale)));

describe('a change of a plan', () => {
  it('tells goals as percent and rules as sentences', () => {
    const changed = { ...first, measure: { kind: 'share', goal: 3000 }, cohort: { fact: 'governmentLevel', in: ['province', 'district'] } };
    expect(changes({ targets: [changed, second] })).toEqual([
      '~ Mục tiêu “Cán bộ, công chức cấp tỉnh đạt bậc 4 trở lên” (officials-2025): tỷ lệ phấn đấu: 25\u00a0% → 30\u00a0%',
      '~ Mục tiêu “Cán bộ, công chức cấp tỉnh đạt bậc 4 trở lên” (officials-2025): nhóm đối tượng: “cấp của cơ quan là cấp tỉnh” → “cấp của cơ quan là cấp tỉnh hoặc cấp huyện”',
    ]);
  });

  it('tells what came, went, and moved', () => {
    expect(changes({ targets: [second] }, 'en')).toEqual(['- Target “Provincial officials at level 4 or above” (officials-2025): removed']);
    expect(changes({ targets: [second, first] }, 'en')).toEqual([
      '~ Target “Policies of encouragement” (policies-2025): moved from place 2 to place 1',
      '~ Target “Provincial officials at level 4 or above” (officials-2025): moved from place 1 to place 2',
    ]);
    expect(changes({ exclusions: [] }, 'en')).toEqual(['- Exclusion “Foreign-language teachers” (language-teachers): removed']);
  });

  it('names the plan itself where no element is concerned, and a field by its key where it has no word', () => {
    expect(changes({ cohortsRelation: 'disjoint' })).toEqual(['~ Kế hoạch: quan hệ giữa các nhóm đối tượng: overlapping → disjoint']);
    expect(changes({ period: { ...examplePlan.period, to: '2031-12-31' } }, 'en')).toEqual(['~ Plan: period, to: 31/12/2030 → 31/12/2031']);
  });
});
