import type { Visitor } from '../sessions/read-session.ts';

/**
 * What a visitor has still to do. `second-factor`: pass the one he has; until then his session opens nothing else. `enrolment`: set one up,
 * because the tenant asks for it; the rest is open to him.
 */
export type SignInRequirement = 'nothing' | 'second-factor' | 'enrolment';

/** What is asked of a visitor before he enters a tenant (by its id); with null, before he does anything with his own account. */
export const signInRequirement = ({ secondFactorPassed, secondFactorEnrolled, doors }: Pick<Visitor, 'secondFactorPassed' | 'secondFactorEnrolled' | 'doors'>, tenant: string | null): SignInRequirement => {
  if (secondFactorPassed) return 'nothing';
  if (secondFactorEnrolled) return 'second-factor';
  return doors.some((door) => door.tenant === tenant && door.requiresSecondFactor) ? 'enrolment' : 'nothing';
};
