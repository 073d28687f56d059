import { describe, expect, it } from 'vitest';
import { measureOf, turnedCondition, turnedPreference, turnedTarget } from './turns.ts';

const target = { id: 'a', measure: { kind: 'share', goal: 3_000 }, cohort: { any: [] }, reachedWhen: { all: [] }, focus: { title: { vi: 'x' } } };

describe('an element that is turned', () => {
  it('by another measure has no people, and has them again when it is turned back', () => {
    const away = turnedTarget(target, 'evidence');
    expect(away.target).toEqual({ id: 'a', measure: { kind: 'evidence', proofs: [{ vi: '' }] } });
    expect(measureOf(away.target)).toBe('evidence');
    expect(turnedTarget(away.target, 'share', away.kept).target).toEqual(target);
    expect(turnedTarget(target, 'share').target).toBe(target);
  });

  it('asks for people only where it asks for a rule', () => {
    const asked = turnedCondition({ id: 'a', requires: 'within-quota' }, 'rule');
    expect(asked).toMatchObject({ id: 'a', requires: 'rule', rule: { all: expect.any(Array) } });
    expect(turnedCondition(asked, 'certificate-in-hand')).toEqual({ id: 'a', requires: 'certificate-in-hand' });
    expect(turnedPreference('socialised-funds')).toEqual({ attribute: 'socialised-funds' });
    expect(turnedPreference('rule')).toMatchObject({ rule: expect.any(Object) });
  });
});
