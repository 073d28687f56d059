import { once } from 'node:events';
import type { Cluster } from '@saubac/db/cluster';
import { createWords, type Words } from '@saubac/i18n';
import { isSafeMode } from '@saubac/plugin-host';
import { dataDirOf, openInstallation, servingParts } from '../frame/installation.ts';
import { localeOf } from '../frame/locale.ts';
import { outageSentence, stackOf } from '../frame/outage.ts';
import type { Terminal } from '../frame/terminal.ts';
import { loadDemos, tellDemoAccounts } from './demo/load-demos.ts';
import { startHttpServer } from './http-server.ts';
import { buildScreens, pagesFolder } from './screens.ts';
import { freePortAfter, isPortFree, portOf } from './port.ts';
import { keepWorker, mailFolderOf } from './worker.ts';

type Start = { words: Words; env: Terminal['env']; say: (line: string) => void; host: string; port: number; stopped: AbortSignal };

const migrate = async ({ words, say }: Start, cluster: Cluster): Promise<void> => {
  for (const { slug, failure } of await cluster.migrateTenants()) {
    if (failure) say(words.t('start.migrationFailed', { slug, set: failure.set, version: failure.version }));
  }
  say(words.t('start.migrated'));
};

const addressOf = ({ host, port }: Start): string => `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;

/** Both processes that serve, started side by side. Whoever asks for work is stopped before who does it, and both before the database. */
const startChildren = ({ env, words, say, host, port }: Start, { server }: Cluster) => {
  const worker = keepWorker({ env, server, words, say });
  const http = startHttpServer({ host, port, server, pagesFolder, ...servingParts(env) });
  const stop = async (): Promise<void> => {
    for (const child of [http, worker]) await child.then((it) => it.stop()).catch(() => {});
  };
  return { started: Promise.all([http, worker]).then(([it]) => it), stop };
};

/** Serves until it is stopped. Gives the exit code: 0 if it was stopped, 1 if the server ended by itself. */
const serve = async (start: Start, cluster: Cluster, screens: Promise<void>): Promise<number> => {
  const { words, say, stopped, env } = start;
  const children = startChildren(start, cluster);
  try {
    const http = await children.started;
    if (!env['SMTP_URL']) say(words.t('start.mailFiles', { folder: mailFolderOf(env) }));
    await loadDemos({ cluster, words, say, stopped });
    await tellDemoAccounts({ cluster, words, say, stopped });
    await screens;
    if (!stopped.aborted) say(words.t('start.ready', { address: addressOf(start) }));
    const end = stopped.aborted ? 'stopped' : await Promise.race([http.ended, once(stopped, 'abort').then(() => 'stopped' as const)]);
    if (end !== 'stopped') say(words.t('start.serverFailed'));
    return end === 'stopped' ? 0 : 1;
  } finally {
    await children.stop();
  }
};

const openAndServe = async (start: Start): Promise<number> => {
  const { words, say, env, stopped } = start;
  const screens = buildScreens(start);
  const cluster = await openInstallation(env);
  try {
    const place = env['DATABASE_URL'] ? words.t('start.databaseGiven') : words.t('start.databaseEmbedded', { folder: dataDirOf(env) });
    say(words.t('start.database', { place }));
    if (isSafeMode(env)) say(words.t('start.safeMode'));
    if (!stopped.aborted) await migrate(start, cluster);
    return stopped.aborted ? 0 : await serve(start, cluster, screens);
  } finally {
    say(words.t('start.stopping'));
    await cluster.close();
    say(words.t('start.stopped'));
  }
};

/**
 * Starts the whole product and serves until `stopped`: database, migrations, reference data, sample tenants, worker, HTTP server. A port that is
 * taken is told before anything else is begun. Gives the exit code; whatever was started is stopped again.
 */
export const startProduct = async ({ out, err, env }: Terminal, stopped: AbortSignal): Promise<number> => {
  const words = createWords(localeOf([], env));
  const host = env['HOST'] ?? '127.0.0.1';
  const refuse = (sentence: string): number => {
    err(`${sentence}\n`);
    return 1;
  };
  const port = portOf(env);
  if (!port.ok) return refuse(words.t('start.portInvalid', { value: port.failure.value }));
  if (!(await isPortFree(port.value, host))) return refuse(words.t('start.portTaken', { port: String(port.value), suggestion: String(await freePortAfter(port.value, host)) }));
  try {
    return await openAndServe({ words, env, say: (line) => out(`${line}\n`), host, port: port.value, stopped });
  } catch (error) {
    if (env['DEBUG']) err(`${stackOf(error)}\n`);
    return refuse(outageSentence(error, words));
  }
};
