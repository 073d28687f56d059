import type { Jobs } from '@saubac/db/jobs';
import type { Handler, Handlers } from '../handlers/handler.ts';

/** What stands in a job of the queue: where its row is. The row itself stays in the tenant. */
export type RowJob = { tenant: string; row: string };

/** The queue of a kind of outbox rows. */
export const queueOf = (kind: string): string => `outbox.${kind}`;

/** Where jobs end whose attempts were all in vain. */
export const deadQueue = 'outbox-dead';

/** A worker that is silent for so long has gone, and its job is given to another one. The least that pg-boss takes is 10. */
const silenceSeconds = 15;

/** How often work is attempted before it is given up. */
export const attemptsOf = ({ attempts = 8 }: Handler): number => attempts;

const optionsOf = (handler: Handler) => ({
  expireInSeconds: handler.timeoutSeconds ?? 300,
  heartbeatSeconds: silenceSeconds,
  retryLimit: attemptsOf(handler) - 1,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 600,
  // A job that never gets a worker must not vanish: the row in the tenant would wait for ever.
  retentionSeconds: 30 * 86_400,
  deleteAfterSeconds: 86_400,
  deadLetter: deadQueue,
  notify: true,
});

/** Makes the queue of each kind, or gives it the options of today. */
export const makeQueues = async ({ boss }: Jobs, handlers: Handlers): Promise<void> => {
  await boss.createQueue(deadQueue, { notify: true, retryLimit: 1_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 600, retentionSeconds: 365 * 86_400, deleteAfterSeconds: 86_400 });
  for (const [kind, handler] of Object.entries(handlers)) {
    const options = optionsOf(handler);
    await boss.createQueue(queueOf(kind), options);
    await boss.updateQueue(queueOf(kind), options);
  }
};
