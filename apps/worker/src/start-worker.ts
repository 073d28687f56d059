import { join } from 'node:path';
import { openParts, poolShares } from '@saubac/db/cluster';
import { openJobs, type Jobs } from '@saubac/db/jobs';
import { mailSender } from '@saubac/db/mail';
import { openFileStore } from '@saubac/services/files';
import type { HandlersOf } from './handlers/handler.ts';
import { pluginHost } from './handlers/later-work.ts';
import { tellFault, type Logger } from './log.ts';
import { openPostOffice } from './mail/post-office.ts';
import { workMail } from './mail/work-mail.ts';
import { keepSchedules } from './nightly/schedules.ts';
import { bePresent } from './outbox/presence.ts';
import { watchOutboxes } from './outbox/watch-outboxes.ts';
import { workOutbox } from './outbox/work-outbox.ts';
import { secretsOf, type WorkerSettings } from './settings.ts';

/** A worker at work, until it is stopped. */
export type Working = { stop: () => Promise<void> };

const usualSweepMs = 60_000;

/** What has been started, to be stopped in the opposite order whatever happens. */
const createStack = () => {
  const stops: (() => Promise<void>)[] = [];
  return {
    add: (stop: () => Promise<void>) => void stops.push(stop),
    unwind: async () => {
      for (const stop of stops.splice(0).reverse()) await stop().catch(() => {});
    },
  };
};

/** How long work under way may go on when the worker stops, before it is told to stop too. */
const graceMs = 2_000;

const stopJobs = async (jobs: Jobs, stopping: AbortController): Promise<void> => {
  const timer = setTimeout(() => stopping.abort(), graceMs);
  await jobs.stop().finally(() => clearTimeout(timer));
};

/**
 * Starts a worker: it does what the outboxes of the tenants ask for, sends the mails that are queued and keeps the schedules. Stopping
 * waits a moment for work under way, gives back what is not done by then, and closes the queue before the database.
 */
export const startWorker = async (settings: WorkerSettings, handlersOf: HandlersOf, log: Logger): Promise<Working> => {
  const { server, roles, dataDir, publicUrl, sweepEveryMs = usualSweepMs } = settings;
  const secrets = secretsOf(settings.secrets);
  const login = { user: roles.platformApi, password: secrets.platformApiPassword };
  const stopping = new AbortController();
  const started = createStack();
  try {
    const cluster = await openParts({ server, secrets, roles, connectionsPerTenant: 2, poolShare: poolShares.worker });
    started.add(cluster.close);
    const post = openPostOffice(settings.mail);
    started.add(() => Promise.resolve(post.close()));
    const presence = await bePresent(server, login);
    started.add(presence.leave);
    const jobs = await openJobs(server, login, { role: 'work', onFault: tellFault(log, 'queue') });
    started.add(() => stopJobs(jobs, stopping));
    const released = await presence.releaseOrphans(jobs);
    const handlers = await handlersOf({ cluster, sendMail: mailSender(jobs, cluster.vault), dataDir, publicUrl, log });
    const work = { cluster, jobs, handlers, log, stopping: stopping.signal };
    await workOutbox(work);
    await workMail({ cluster, jobs, vault: cluster.vault, post, log });
    const files = await openFileStore(join(dataDir, 'files'));
    await keepSchedules({ cluster, jobs, files, plugins: await pluginHost(files), log });
    const watch = await watchOutboxes(work, sweepEveryMs);
    started.add(watch.stop);
    log.info({ kinds: Object.keys(handlers).length, released }, 'working');
    return { stop: started.unwind };
  } catch (error) {
    await started.unwind();
    throw error;
  }
};
