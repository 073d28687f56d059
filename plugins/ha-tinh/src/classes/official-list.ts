import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import type { ClassState } from './class-state.ts';

/** Somebody on trial. `share`: basis points of the lessons so far, null before the first. */
export type OnTrial = { enrolment: string; worksWithLaos: boolean; share: number | null; proposedOn: IsoDate };

const before = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Those on trial in the order in which they keep their seats: who works with Laos, then who attended more, then who was proposed earlier. The
 * id decides the rest, so that the same list always comes out in the same order.
 */
export const keepingOrder = (learners: readonly OnTrial[]): readonly OnTrial[] =>
  learners.toSorted((a, b) => before(b.worksWithLaos, a.worksWithLaos) || before(b.share ?? -1, a.share ?? -1) || before(a.proposedOn, b.proposedOn) || before(a.enrolment, b.enrolment));

/** Who would be cut if nobody decided otherwise. */
export const proposedCut = (learners: readonly OnTrial[], seats: number): readonly OnTrial[] => keepingOrder(learners).slice(seats);

export type Cut = { enrolment: string; reason: string };

export type ListRefusal =
  | { kind: 'not-on-trial'; state: ClassState }
  | { kind: 'trial-not-over'; on: IsoDate }
  | { kind: 'not-in-class'; enrolment: string }
  | { kind: 'reason-missing'; enrolment: string }
  | { kind: 'over-seats'; kept: number; seats: number };

/** The official list: everybody on trial but those who are cut, each with a reason, and no more than there are seats. */
export const decideList = (
  it: { state: ClassState; seats: number; trialEndsOn: IsoDate | null },
  learners: readonly string[],
  cuts: readonly Cut[],
  on: IsoDate,
): Result<readonly { enrolment: string; outcome: 'official' | 'cut'; reason: string | null }[], ListRefusal> => {
  if (it.state !== 'trial') return fail({ kind: 'not-on-trial', state: it.state });
  if (it.trialEndsOn !== null && on < it.trialEndsOn) return fail({ kind: 'trial-not-over', on: it.trialEndsOn });
  const stranger = cuts.find((cut) => !learners.includes(cut.enrolment));
  if (stranger) return fail({ kind: 'not-in-class', enrolment: stranger.enrolment });
  const silent = cuts.find((cut) => cut.reason.trim() === '');
  if (silent) return fail({ kind: 'reason-missing', enrolment: silent.enrolment });
  const reasons = new Map(cuts.map((cut) => [cut.enrolment, cut.reason.trim()]));
  const kept = learners.length - reasons.size;
  if (kept > it.seats) return fail({ kind: 'over-seats', kept, seats: it.seats });
  return ok(learners.map((enrolment) => ({ enrolment, outcome: reasons.has(enrolment) ? 'cut' : 'official', reason: reasons.get(enrolment) ?? null })));
};
