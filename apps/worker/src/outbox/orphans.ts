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

/**
 * Says that this worker is there, until `leave`, and gives back the jobs of workers that were killed if it is the only one. It is the only
 * one when it gets the lock alone; the others share it. Without this a killed worker's jobs wait until it has been silent for long enough.
 */
export const joinWorkers = async (server: Server, login: Login, { boss }: Jobs): Promise<{ released: number; leave: () => Promise<void> }> => {
  const client = connect(server, login, { purpose: 'saubac worker' });
  // The driver never answers a reservation that has to open the connection first.
  await client`select 1`;
  const session = await client.reserve();
  const leave = async (): Promise<void> => {
    session.release();
    await client.end({ timeout: 1 });
  };
  try {
    const [lock] = await session<{ alone: boolean }[]>`select pg_try_advisory_lock(${workersLock}) as alone`;
    const orphans = lock?.alone ? await session<Active[]>`select name, id from ${session(jobsSchema)}.job where state = 'active' and name not like '\\_\\_%'` : [];
    for (const { name, id } of orphans) await release(boss, name, id);
    await session`select pg_advisory_lock_shared(${workersLock})`;
    if (lock?.alone) await session`select pg_advisory_unlock(${workersLock})`;
    return { released: orphans.length, leave };
  } catch (error) {
    await leave();
    throw error;
  }
};
