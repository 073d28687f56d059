import { openParts } from '@saubac/db/cluster';
import { openJobs } from '@saubac/db/jobs';
import { mailSender } from '@saubac/db/mail';
import type { HandlersOf } from './handlers/handler.ts';
import { codeOf, type Logger } from './log.ts';
import { openPostOffice } from './mail/post-office.ts';
import { workMail } from './mail/work-mail.ts';
import { keepSchedules } from './nightly/schedules.ts';
import { joinWorkers } from './outbox/orphans.ts';
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

/**
 * Starts a worker: it does what the outboxes of the tenants ask for sends the mails that are queued and keeps the schedules. Stopping waits a while for work under way, gives back what is not done
 * by then, and closes the queue before the database.
 */
export const startWorker = async (settings: WorkerSettings, handlersOf: HandlersOf, log: Logger): Promise<Working> => {
  const { server, roles, sweepEveryMs = usualSweepMs } = settings;
  const secrets = secretsOf(settings.secrets);
  const login = { user: roles.platformApi, password: secrets.platformApiPassword };
  const started = createStack();
  try {
    const cluster = await openParts({ server, secrets, roles, connectionsPerTenant: 2 });
    started.add(cluster.close);
    const post = openPostOffice(settings.mail);
    started.add(() => Promise.resolve(post.close()));
    const jobs = await openJobs(server, login, { role: 'work', onFault: (fault) => log.warn({ code: codeOf(fault) }, 'queue') });
    started.add(jobs.stop);
    const { released, leave } = await joinWorkers(server, login, jobs);
    started.add(leave);
    const sendMail = mailSender(jobs, cluster.vault);
    const handlers = await handlersOf({ cluster, sendMail, dataDir: settings.dataDir, log });
    const work = { cluster, jobs, handlers, log };
    await workOutbox(work);
    await workMail({ cluster, jobs, vault: cluster.vault, post, log });
    await keepSchedules({ cluster, jobs, log });
    const watch = await watchOutboxes(work, sweepEveryMs);
    started.add(watch.stop);
    log.info({ kinds: Object.keys(handlers).length, released }, 'working');
    return { stop: started.unwind };
  } catch (error) {
    await started.unwind();
    throw error;
  }
};
