import type { UserId } from '../values/index.ts';

/**
 * How far a close has come. `queued`, `running`: it is being frozen; `prepared`: frozen, and waits for a second person; `approved`: signed, and its
 * audit is being anchored; `signed`: over and done, and never changes again. `cancelled`, `failed`: nothing of it is kept.
 */
export const closeStates = ['queued', 'running', 'prepared', 'approved', 'signed', 'cancelled', 'failed'] as const;
export type CloseState = (typeof closeStates)[number];

/** Whether nothing more will happen to a close by itself or by a hand. */
export const isCloseOver = (state: CloseState): boolean => state === 'signed' || state === 'cancelled' || state === 'failed';

/** States in which a close can still be given up. */
export const cancellable: readonly CloseState[] = ['queued', 'running', 'prepared'];

/** Who prepared a close and who approves it; ids of accounts are null where nobody with an account stands behind. */
export type Approval = { state: CloseState; preparedBy: UserId | null; by: UserId | null };

export type ApprovalRefusal = { kind: 'close-not-prepared'; state: CloseState } | { kind: 'same-person' };

/** Why a close may not be approved; undefined if it may. Two people stand behind every signed figure. */
export const approvalRefusal = ({ state, preparedBy, by }: Approval): ApprovalRefusal | undefined => {
  if (state !== 'prepared') return { kind: 'close-not-prepared', state };
  return by !== null && by === preparedBy ? { kind: 'same-person' } : undefined;
};
