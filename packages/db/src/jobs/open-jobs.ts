import { PgBoss } from 'pg-boss';
import { connect, type Login, type Server } from '../cluster/server.ts';
import { executorOfClients } from './executor.ts';

/** The queue of the platform, opened: pg-boss on a client of its own. */
export type Jobs = { boss: PgBoss; stop: () => Promise<void> };

/**
 * What a process does with the queue. `install` brings its tables up to date and leaves; `send` only puts jobs in; `work` takes them out,
 * looks after those whose worker went away, and keeps the schedules.
 */
export type JobsRole = 'install' | 'send' | 'work';

/** The schema of pg-boss. */
export const jobsSchema = 'jobs';

const connections = { install: 1, send: 1, work: 4 } as const satisfies Record<JobsRole, number>;

/** How often a worker looks for jobs whose worker stopped answering. */
const superviseSeconds = 5;

export type OpenJobs = {
  role: JobsRole;
  /** Told what goes wrong behind the scenes: a lost connection, a warning. */
  onFault: (fault: unknown) => void;
  /** How long stopping waits for jobs in work before it gives them back. */
  patienceMs?: number;
};

const openClient = (server: Server, login: Login, max: number) => {
  const client = connect(server, login, { max, purpose: 'saubac jobs' });
  // pg-boss hands over JSON as text: it must not be made JSON a second time.
  const { serializers } = client.options as unknown as { serializers: Record<number, (value: unknown) => unknown> };
  for (const oid of [114, 3802]) serializers[oid] = (value) => value;
  return client;
};

/** Opens the queue with the serving role's login. `stop` it before the database. */
export const openJobs = async (server: Server, login: Login, { role, onFault, patienceMs = 5_000 }: OpenJobs): Promise<Jobs> => {
  const pool = openClient(server, login, connections[role]);
  const single = openClient(server, login, 1);
  const works = role === 'work';
  const boss = new PgBoss({
    db: executorOfClients(pool, single),
    schema: jobsSchema,
    createSchema: false,
    migrate: role !== 'send',
    supervise: works,
    schedule: works,
    useListenNotify: works,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on('error', onFault);
  boss.on('warning', onFault);
  const stop = async (): Promise<void> => {
    await boss.stop({ graceful: works, timeout: patienceMs });
    await Promise.all([pool.end({ timeout: 2 }), single.end({ timeout: 2 })]);
  };
  try {
    await boss.start();
    return { boss, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
