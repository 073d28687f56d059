import { describe, expect, it } from 'vitest';
import { signInRequirement } from './requirement.ts';

const doors = [
  { tenant: 'strict', requiresSecondFactor: true },
  { tenant: 'lax', requiresSecondFactor: false },
];

describe('before entering', () => {
  it.each([
    ['has passed it', { secondFactorPassed: true, secondFactorEnrolled: true }, ['nothing', 'nothing', 'nothing']],
    ['was vouched for by a provider that counts', { secondFactorPassed: true, secondFactorEnrolled: false }, ['nothing', 'nothing', 'nothing']],
    ['has one and has not passed it', { secondFactorPassed: false, secondFactorEnrolled: true }, ['second-factor', 'second-factor', 'second-factor']],
    ['has none', { secondFactorPassed: false, secondFactorEnrolled: false }, ['enrolment', 'nothing', 'nothing']],
  ])('who %s is asked for what is missing', (_, factors, [strict, lax, account]) => {
    expect(signInRequirement({ ...factors, doors }, 'strict')).toBe(strict);
    expect(signInRequirement({ ...factors, doors }, 'lax')).toBe(lax);
    expect(signInRequirement({ ...factors, doors }, null)).toBe(account);
  });
});
