import { coreFacts } from '@saubac/domain/people';
import { definitionsById, explainRule, type FactValue, type Rule } from '@saubac/domain/rules';
import { isoDate } from '@saubac/domain/values';
import { createWords } from '@saubac/i18n';
import { expect, it } from 'vitest';

import type { TargetExplanation } from './explain.ts';
import { explanationInWords } from './explanation-in-words.ts';

const definitions = definitionsById(coreFacts);
const cohort: Rule = { all: [{ fact: 'kind', in: ['civil-servant'] }, { fact: 'leader', is: true }] };

/** What is told of somebody who does not count, by what is known of him. */
const toldOf = (facts: Record<string, FactValue>, subject: Rule = { all: [] }, counts: { reachedWhen: Rule } | null = null): string => {
  const why = (rule: Rule) => explainRule(rule, definitions, (condition) => facts[condition.fact] ?? null);
  const cite = { document: 'plan', clause: '1', quote: 'q' } as TargetExplanation['cite'];
  const explanation = {
    person: { fullName: 'A' }, plan: 'p', planVersion: 1, target: 't', title: { vi: 'T' }, cite, documents: {}, counts: counts !== null, reached: false, extraMeasurable: false, posts: [],
    level: { answer: { date: isoDate('2025-12-31'), level: null, because: null, others: [] }, certificates: [], names: { types: {}, tables: {}, kinds: {} } },
    rules: { unitName: 'U', subjects: [{ id: 's', title: { vi: 'S' }, cite, explanation: why(subject) }], exclusions: [], cohort: why(cohort), reachedWhen: why(counts?.reachedWhen ?? { all: [] }), extra: null, focus: null },
  } as unknown as TargetExplanation;
  return explanationInWords(explanation, definitions, createWords('vi')).find((it) => it.startsWith('Vì')) ?? '';
};

it('says “no” only where it is known', () => {
  expect(toldOf({ kind: 'civil-servant', leader: false })).toBe('Vì: không thuộc nhóm đối tượng của mục tiêu.');
  expect(toldOf({ kind: 'cadre', leader: null })).toBe('Vì: không thuộc nhóm đối tượng của mục tiêu.');
});

it('says that it is not known, and what is missing, where a missing fact decides', () => {
  expect(toldOf({ kind: 'civil-servant', leader: null })).toBe(
    'Vì: chưa rõ có thuộc nhóm đối tượng của mục tiêu hay không (thiếu: giữ chức vụ lãnh đạo, quản lý).',
  );
  expect(toldOf({ kind: 'cadre' }, { fact: 'governmentLevel', in: ['province'] })).toContain('chưa rõ có thuộc đối tượng áp dụng của kế hoạch hay không (thiếu: cấp của cơ quan)');
});

it('says what somebody lacks who counts and has not reached the target', () => {
  expect(toldOf({ kind: 'civil-servant', leader: true, level: 2 }, undefined, { reachedWhen: { fact: 'level', atLeast: 4 } })).toBe('Vì: trình độ cao nhất: bậc 2 (cần bậc 4 trở lên).');
});
