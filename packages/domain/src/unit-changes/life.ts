import { fail, type IsoDate, ok, type Result, type UserId } from '../values/index.ts';

/**
 * The life of a change of units: it is written down, previewed (what it would do is known and kept), agreed to, committed; withdrawn whole
 * before its day, or dropped before it was committed.
 */
export const unitChangeStates = ['draft', 'previewing', 'previewed', 'committing', 'committed', 'withdrawn', 'dropped'] as const;
export type UnitChangeState = (typeof unitChangeStates)[number];

/** What a decision about a change needs to know of it. */
export type UnitChangeStanding = { state: UnitChangeState; version: number; preparedBy: UserId | null; firstDay: IsoDate };

export type UnitChangeNotThere = { kind: 'unit-change-not-previewed'; state: UnitChangeState };
type Stale = { kind: 'stale' };

/** Whether somebody who saw a version may commit it: it was previewed, and by somebody else where he has an account. */
export const mayCommit = (it: UnitChangeStanding, version: number, by: UserId | null): Result<null, UnitChangeNotThere | Stale | { kind: 'same-person' }> => {
  if (it.state !== 'previewed') return fail({ kind: 'unit-change-not-previewed', state: it.state });
  if (it.version !== version) return fail({ kind: 'stale' });
  return by !== null && by === it.preparedBy ? fail({ kind: 'same-person' }) : ok(null);
};

/** Whether a committed change may still be taken back: only before its first day. Afterwards another change has to put things right. */
export const mayWithdraw = (it: UnitChangeStanding, today: IsoDate): Result<null, { kind: 'unit-change-not-committed'; state: UnitChangeState } | { kind: 'unit-change-in-effect'; on: IsoDate }> => {
  if (it.state !== 'committed') return fail({ kind: 'unit-change-not-committed', state: it.state });
  return it.firstDay <= today ? fail({ kind: 'unit-change-in-effect', on: it.firstDay }) : ok(null);
};

/** Whether a change may still be written on or dropped. */
export const isOpen = (state: UnitChangeState): boolean => state === 'draft' || state === 'previewed';
