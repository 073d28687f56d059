import { codeOf } from './log.ts';

/** An attempt in vain, as the queue is told: the code of the fault and nothing of its message, which the queue would keep. */
class AttemptFailed extends Error {
  override readonly name = 'AttemptFailed';
  override readonly stack = '';
}

/** What to throw to the queue in the place of a fault. */
export const attemptFailed = (fault: unknown): Error => new AttemptFailed(codeOf(fault));
