import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { roleNames, secretsIn, type RoleNames, type Secrets, type Server } from '@saubac/db/cluster';
import type { Words } from '@saubac/i18n';
import { publicUrlOf } from '../frame/accounts.ts';
import { dataDirOf, productRoot } from '../frame/installation.ts';
import type { Terminal } from '../frame/terminal.ts';
import { backoffMs } from './backoff.ts';
import { startChild, type Child } from './child.ts';

/** What the worker is given, as a message: of the processes that go on running it alone holds the provisioner's credential. */
type WorkerSettings = {
  server: Server;
  roles: RoleNames;
  secrets: Omit<Secrets, 'superuserPassword' | 'key'> & { key: { name: string; bytes: string } };
  dataDir: string;
  publicUrl: string;
  mail: { smtpUrl?: string | undefined; from?: string | undefined; folder: string };
};

type Report = { working: true } | { fault: string };

const workerFile = join(productRoot, 'apps', 'worker', 'src', 'main.ts');

const settingsOf = (env: Terminal['env'], server: Server): WorkerSettings => {
  const { superuserPassword: _superuser, key, ...secrets } = secretsIn(dataDirOf(env), env['SAUBAC_KEY']);
  return {
    server,
    roles: roleNames(env['SAUBAC_ROLE_PREFIX']),
    secrets: { ...secrets, key: { name: key.name, bytes: key.bytes.toString('base64') } },
    dataDir: dataDirOf(env),
    publicUrl: publicUrlOf(env),
    mail: { smtpUrl: env['SMTP_URL'], from: env['MAIL_FROM'], folder: mailFolderOf(env) },
  };
};

/** Where mails are written when no server for them is given. */
export const mailFolderOf = (env: Terminal['env']): string => join(dataDirOf(env), 'mail');

const reportOf = (child: Child): Promise<Report> =>
  new Promise((resolve) => {
    child.process.once('message', (report: Report) => resolve(report));
    void child.ended.then((code) => resolve({ fault: `exit ${code}` }));
  });

const startOnce = async (settings: WorkerSettings): Promise<Child> => {
  // What it needs of the environment's secrets is in the message.
  const { DATABASE_URL: _url, SAUBAC_KEY: _key, SMTP_URL: _smtp, ...env } = process.env;
  const child = startChild(workerFile, [], env);
  child.process.send(settings);
  const report = await reportOf(child);
  if ('working' in report) return child;
  await child.stop();
  throw new Error(report.fault);
};

/** A worker that is kept running. */
export type KeptWorker = {
  /** Of the process that works now. */
  pid: () => number | undefined;
  stop: () => Promise<void>;
};

type Keeping = { env: Terminal['env']; server: Server; words: Words; say: (line: string) => void };

/**
 * Starts the worker in a process of its own and starts it again when it dies: soon at first, later and later while it keeps dying. Throws if
 * the first start fails. Stop it before the database.
 */
export const keepWorker = async ({ env, server, words, say }: Keeping): Promise<KeptWorker> => {
  const settings = settingsOf(env, server);
  const stopped = new AbortController();
  let child: Child | undefined = await startOnce(settings);

  const watch = async (): Promise<void> => {
    for (let deaths = 0; ; ) {
      const begun = performance.now();
      await child?.ended;
      if (stopped.signal.aborted) return;
      const wait = backoffMs((deaths = performance.now() - begun > 60_000 ? 1 : deaths + 1));
      say(words.t('start.workerDied', { seconds: wait / 1000 }));
      await sleep(wait, undefined, { signal: stopped.signal }).catch(() => {});
      if (stopped.signal.aborted) return;
      child = await startOnce(settings).catch(() => undefined);
      if (child && stopped.signal.aborted) await child.stop();
      else if (child) say(words.t('start.workerBack'));
    }
  };
  const watching = watch();
  return {
    pid: () => child?.process.pid,
    stop: async () => {
      stopped.abort();
      await child?.stop();
      await watching;
    },
  };
};
