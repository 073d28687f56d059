import { coreFacts } from '@saubac/domain/people';
import { type Condition, decisive, definitionsById, explainRule, type FactValue, type Rule } from '@saubac/domain/rules';
import { createWords } from '@saubac/i18n';
import { describe, expect, it } from 'vitest';

import { conditionInWords, reasonInWords } from './condition-in-words.ts';

const definitions = definitionsById(coreFacts);
const vi = createWords('vi');
const say = (condition: Condition, value: FactValue): string => conditionInWords({ condition, value }, definitions, vi);

/** The reason of somebody whose facts all have one value. */
const reasonOf = (rule: Rule, facts: Record<string, FactValue>): string => {
  const explained = explainRule(rule, definitions, (it) => facts[it.fact] ?? null);
  return reasonInWords({ reached: explained.holds, reason: decisive(explained, !explained.holds) }, definitions, vi);
};

describe('a condition that decided', () => {
  it('names the value held and the one needed', () => {
    expect(say({ fact: 'level', atLeast: 4, languages: 'any' }, 2)).toBe('trình độ cao nhất: bậc 2 (cần bậc 4 trở lên)');
    expect(say({ fact: 'level', atLeast: 4, languages: ['fr', 'lo'] }, null)).toBe('trình độ cao nhất (ngoại ngữ: fr, lo): chưa có (cần bậc 4 trở lên)');
    expect(say({ fact: 'age', below: 40, on: 'milestone' }, 41)).toBe('tuổi: 41 (cần dưới 40)');
    expect(say({ fact: 'kind', in: ['cadre', 'civil-servant'] }, 'public-employee')).toBe('đối tượng: viên chức (cần là cán bộ hoặc công chức)');
    expect(say({ fact: 'officeRank', atLeast: 'division' }, null)).toBe('chức vụ: chưa rõ (cần cấp phòng và tương đương trở lên)');
    expect(say({ fact: 'unit', within: ['S'] }, ['R', 'T'])).toBe('đơn vị: T (cần thuộc S)');
  });

  it('tells a flag by its own phrase, and says when it is not known', () => {
    expect(say({ fact: 'specialisedLanguage', is: true }, false)).toBe('không có ngoại ngữ chuyên ngành');
    expect(say({ fact: 'leader', is: true }, null)).toBe('giữ chức vụ lãnh đạo, quản lý: chưa rõ');
  });

  it('tells the reason of those who have reached and of those who have not', () => {
    const rule: Rule = { all: [{ fact: 'level', atLeast: 4, languages: 'any' }, { fact: 'specialisedLanguage', is: true }] };
    expect(reasonOf(rule, { level: 5, specialisedLanguage: true })).toBe('trình độ cao nhất: bậc 5 (cần bậc 4 trở lên); có ngoại ngữ chuyên ngành');
    expect(reasonOf(rule, { level: 5, specialisedLanguage: false })).toBe('không có ngoại ngữ chuyên ngành');
    expect(reasonOf({ not: { fact: 'kind', in: ['cadre'] } }, { kind: 'cadre' })).toBe('đối tượng: cán bộ (không được là: đối tượng là cán bộ)');
  });

  it('tells a fact that nobody offers any more as not known', () => {
    expect(say({ fact: 'ours.border', is: true }, null)).toBe('ours.border: chưa rõ');
  });
});
