import type { Rule } from '@saubac/domain/rules';
import { describe, expect, it } from 'vitest';
import { amongAt, hasMilestone, milestoneAt } from './among.ts';

const a: Rule = { fact: 'leader', is: true };
const b: Rule = { fact: 'languageTeacher', is: true };
const c: Rule = { fact: 'kind', in: ['cadre'] };
const document = { subjects: [{ rule: a }], exclusions: [{ rule: b }], targets: [{ milestone: '2025-12-31', cohort: c }], funding: { groups: [{}] } };

describe('the people a rule of the plan is asked about', () => {
  it('are narrower the further in it stands', () => {
    expect(amongAt(document, ['subjects', 0, 'rule'])).toEqual({ circle: 'everybody', rule: undefined, broken: false });
    expect(amongAt(document, ['exclusions', 0, 'rule'])).toEqual({ circle: 'subjects', rule: { all: [{ any: [a] }] }, broken: false });
    expect(amongAt(document, ['targets', 0, 'cohort']).rule).toEqual({ all: [{ any: [a] }, { not: { any: [b] } }] });
    expect(amongAt(document, ['targets', 0, 'focus', 'rule']).rule).toEqual({ all: [{ any: [a] }, { not: { any: [b] } }, c] });
    expect(amongAt(document, ['funding', 'groups', 0, 'who']).circle).toBe('plan');
  });

  it('can’t be told while a rule on the way is none', () => {
    expect(amongAt({ ...document, exclusions: [{ rule: { fact: 'x' } }] }, ['targets', 0, 'cohort'])).toMatchObject({ broken: true });
    expect(amongAt({ ...document, targets: [{}] }, ['targets', 0, 'reachedWhen'])).toMatchObject({ broken: true });
  });

  it('have the milestone of the target', () => {
    expect(milestoneAt(document, ['targets', 0, 'cohort'])).toBe('2025-12-31');
    expect(milestoneAt(document, ['subjects', 0, 'rule'])).toBeUndefined();
    expect(hasMilestone(['subjects', 0, 'rule'])).toBe(true);
    expect(hasMilestone(['selection', 'focus', 0, 'rule'])).toBe(false);
  });
});
