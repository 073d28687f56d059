import { addDays, fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

export const classStates = ['planned', 'open', 'trial', 'official', 'ended'] as const;
export type ClassState = (typeof classStates)[number];

/** What an officer does to a class as a whole; the official list (`official-list.ts`) takes it from `trial` to `official`. */
export type ClassMove = 'open' | 'beginTrial' | 'end';

export type ClassOf = { state: ClassState; seats: number; decisionNumber: string | null; startsOn: IsoDate; endsOn: IsoDate; trialEndsOn: IsoDate | null };

export type MoveRefusal = { kind: 'not-from-here'; state: ClassState } | { kind: 'no-decision' } | { kind: 'not-begun'; on: IsoDate } | { kind: 'not-over'; on: IsoDate };

/** How many may be enrolled until the official list: the seats and some per cent more, never a part of a person. */
export const capacityOf = (seats: number, overEnrolment: number): number => seats + Math.floor((seats * overEnrolment) / 100);

/** How many more may be enrolled: none before enrolment opens, and none once the list is official. */
export const seatsLeft = ({ state, capacity }: { state: ClassState; capacity: number }, taken: number): number => (state === 'open' || state === 'trial' ? Math.max(0, capacity - taken) : 0);

/** The class after a move. Enrolment opens by decision; the trial begins on the first day of the class, which ends on its last. */
export const moveClass = (it: ClassOf, move: ClassMove, on: IsoDate, trialDays: number): Result<{ state: ClassState; trialEndsOn: IsoDate | null }, MoveRefusal> => {
  const from = { open: 'planned', beginTrial: 'open', end: 'official' } as const;
  if (it.state !== from[move]) return fail({ kind: 'not-from-here', state: it.state });
  if (move === 'open') return it.decisionNumber === null ? fail({ kind: 'no-decision' }) : ok({ state: 'open', trialEndsOn: null });
  if (move === 'beginTrial') return on < it.startsOn ? fail({ kind: 'not-begun', on: it.startsOn }) : ok({ state: 'trial', trialEndsOn: addDays(it.startsOn, trialDays) });
  return on < it.endsOn ? fail({ kind: 'not-over', on: it.endsOn }) : ok({ state: 'ended', trialEndsOn: it.trialEndsOn });
};
