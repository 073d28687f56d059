import type { PgBoss } from 'pg-boss';

const day = 86_400;

/** Where mails wait to be sent. */
export const mailQueue = 'mail';
/** Where mails end that could not be sent. */
export const deadMailQueue = 'mail-dead';

/** Makes the queues that any process may put jobs in, so that none has to wait for a worker to have been there first. */
export const makePlatformQueues = async (boss: PgBoss): Promise<void> => {
  // What is in them names people, sealed: it stays no longer than it is of use.
  await boss.createQueue(deadMailQueue, { retentionSeconds: 7 * day, deleteAfterSeconds: 60 });
  await boss.createQueue(mailQueue, {
    expireInSeconds: 120,
    heartbeatSeconds: 15,
    retryLimit: 9,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3_600,
    retentionSeconds: 3 * day,
    deleteAfterSeconds: 60,
    deadLetter: deadMailQueue,
    notify: true,
  });
};
