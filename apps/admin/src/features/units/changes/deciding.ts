import type { Change } from './queries.ts';

/** What there is to decide about a change for somebody: nothing, or which of its ends. */
export type ToDecide = 'commit' | 'handed-over' | 'withdraw' | 'past-withdrawing' | null;

/** Two people do the halves of a change: who prepared it waits for the other. It is withdrawn only before its first day. */
export const whatToDecide = ({ state, prepared, firstDay }: Pick<Change, 'state' | 'prepared' | 'firstDay'>, { user, today, mayCommit }: { user: string; today: string; mayCommit: boolean }): ToDecide => {
  if (state === 'previewed') return mayCommit && prepared.by !== user ? 'commit' : 'handed-over';
  if (state !== 'committed' || !mayCommit) return null;
  return firstDay > today ? 'withdraw' : 'past-withdrawing';
};
