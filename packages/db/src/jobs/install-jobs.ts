import { connect, type Login, type Server } from '../cluster/server.ts';
import { jobsSchema, openJobs } from './open-jobs.ts';
import { makePlatformQueues } from './platform-queues.ts';

// The functions of pg-boss are for its owner alone, which is not what PostgreSQL gives a new function.
const closeFunctions = async (server: Server, login: Login): Promise<void> => {
  const client = connect(server, login, { purpose: 'saubac jobs' });
  try {
    const [row] = await client<{ installed: boolean }[]>`select to_regclass(${`${jobsSchema}.version`}) is not null as installed`;
    if (!row?.installed) await client`alter default privileges revoke execute on functions from public`;
  } finally {
    await client.end();
  }
};

/** Makes the tables of pg-boss or brings them up to date, as the role that owns them. */
export const installJobs = async (server: Server, login: Login): Promise<void> => {
  await closeFunctions(server, login);
  const { boss, stop } = await openJobs(server, login, { role: 'install', onFault: () => {} });
  try {
    await makePlatformQueues(boss);
  } finally {
    await stop();
  }
};
