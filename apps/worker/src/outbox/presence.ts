import { connect, type Login, type Server } from '@saubac/db/cluster';
import { jobsSchema, type Jobs } from '@saubac/db/jobs';

// One number for all workers of an installation; locks of this kind belong to the database.
const workersLock = 7_341_802;

type Active = { name: string; id: string };

// It counts as an attempt, because what kills its worker every time must end as a dead letter; but nobody waits for it as after a failure.
const release = async (boss: Jobs['boss'], name: string, id: string): Promise<void> => {
  await boss.fail(name, id, { code: 'worker-killed' });
  await boss.update({ name, options: { id, startAfter: new Date() } });
};

/** That a worker is there. */
export type Presence = {
  /** Gives back the jobs of workers that were killed, if this worker was the only one when it came. Answers with how many. */
  releaseOrphans: (jobs: Jobs) => Promise<number>;
  leave: () => Promise<void>;
};

/**
 * Says that this worker is there, until it leaves; take no job before. It is the only one if it gets the lock alone; the others share it.
 * Without this the jobs of a killed worker wait until it has been silent for long enough.
 */
export const bePresent = async (server: Server, login: Login): Promise<Presence> => {
  const client = connect(server, login, { purpose: 'saubac worker' });
  // The driver never answers a reservation that has to open the connection first.
  await client`select 1`;
  const session = await client.reserve();
  const leave = async (): Promise<void> => {
    session.release();
    await client.end({ timeout: 1 });
  };
  const share = async (alone: boolean): Promise<void> => {
    await session`select pg_advisory_lock_shared(${workersLock})`;
    if (alone) await session`select pg_advisory_unlock(${workersLock})`;
  };
  try {
    const [lock] = await session<{ alone: boolean }[]>`select pg_try_advisory_lock(${workersLock}) as alone`;
    if (!lock?.alone) await share(false);
    return {
      leave,
      releaseOrphans: async ({ boss }) => {
        if (!lock?.alone) return 0;
        const orphans = await session<Active[]>`select name, id from ${session(jobsSchema)}.job where state = 'active' and name not like '\\_\\_%'`;
        for (const { name, id } of orphans) await release(boss, name, id);
        await share(true);
        return orphans.length;
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
};
