import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { ClusterError } from './cluster-error.ts';
import { clusterFolderOf, initialise, noteFolder } from './data-folder.ts';
import { liveWriterOf, thisProcess, withFolderLock } from './folder-lock.ts';
import { answers } from './loopback.ts';
import { onFreePort } from './on-free-port.ts';
import type { PostmasterFile } from './postmaster-file.ts';
import { runningServer, startServer, stopServer, type StartedServer } from './postmaster.ts';
import type { ServerUser } from './reachable.ts';
import { secretsIn } from './secrets.ts';
import { serverArguments } from './server-settings.ts';
import { serverUser } from './server-user.ts';

export type EmbeddedConfig = {
  /** The data folder of the project, `.data` by default of the callers. */
  dataDir: string;
  /** A free port is taken when none is given. */
  port?: number;
  /** What to do when live processes already use the server of this folder: share it (the last one out stops it), or refuse. */
  ifRunning?: 'share' | 'refuse';
  /** For tests: no fsync, and the server ends with this process even when that is killed. */
  throwaway?: boolean;
};

export type EmbeddedServer = {
  host: string;
  port: number;
  superuser: { user: string; password: string };
  /** Where the server's files are: not always below the data folder. */
  folder: string;
  /** Whether a server was already running on the folder, left by a killed process or in use by another. */
  joined: boolean;
  /** Leaves the server; the last user of it stops it and waits until it is gone. */
  stop: () => Promise<void>;
};

const logLimit = 20_000_000;

const liveUsers = (users: string): string[] => {
  const files = readdirSync(users).map((name) => join(users, name));
  for (const file of files) if (!liveWriterOf(file)) rmSync(file, { force: true });
  return files.filter((file) => liveWriterOf(file));
};

/**
 * Starts the PostgreSQL that ships with the product on a data folder, as root or not, or joins the one that runs there. Several
 * processes may share it; one that was killed is not counted, and a server that outlived its starter is taken over.
 */
export const startEmbedded = (config: EmbeddedConfig): Promise<EmbeddedServer> => {
  const dataDir = resolve(config.dataDir);
  return withFolderLock(dataDir, () => startLocked({ ...config, dataDir }));
};

const startLocked = async (config: EmbeddedConfig): Promise<EmbeddedServer> => {
  const { dataDir } = config;
  const users = join(dataDir, 'users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  const user = serverUser(dataDir);
  const folder = clusterFolderOf(dataDir, user);
  const running = runningServer(folder);
  if (running && config.ifRunning === 'refuse' && liveUsers(users).length > 0)
    throw new ClusterError('already-running', `PostgreSQL already runs on ${dataDir} (process ${running.pid}).`, { dataDir, pid: running.pid, port: running.port });
  // Before joining, so that another one just leaving does not stop the server.
  const ours = join(users, randomUUID());
  writeFileSync(ours, JSON.stringify(thisProcess()), { mode: 0o600 });
  try {
    return await joinOrStart(config, { folder, user, users, ours, running });
  } catch (error) {
    rmSync(ours, { force: true });
    throw error;
  }
};

type Place = { folder: string; user: ServerUser | undefined; users: string; ours: string; running: PostmasterFile | undefined };

const joinOrStart = async (config: EmbeddedConfig, { folder, user, users, ours, running }: Place): Promise<EmbeddedServer> => {
  const password = secretsIn(config.dataDir).superuserPassword;
  const joined = running && (await joinRunning(running, folder));
  const server = joined ? { ...joined, ended: Promise.resolve() } : await startAnew(config, folder, user, password);
  return {
    host: '127.0.0.1',
    port: server.port,
    superuser: { user: 'postgres', password },
    folder,
    joined: joined !== undefined,
    stop: leaveWith(config.dataDir, folder, ours, users, server.ended),
  };
};

const startAnew = async ({ dataDir, port, throwaway = false }: EmbeddedConfig, folder: string, user: ServerUser | undefined, password: string): Promise<StartedServer> => {
  const binaries = findBinaries(user);
  initialise(folder, binaries, user, password, throwaway);
  noteFolder(dataDir, folder);
  const logFile = join(dataDir, 'postgres.log');
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > logLimit) truncateSync(logFile);
  const startOn = (on: number): Promise<StartedServer> => startServer({ binaries, folder, args: serverArguments({ port: on, throwaway }), user, logFile, diesWithUs: throwaway });
  return port === undefined ? onFreePort(startOn) : startOn(port);
};

/** The server of a folder once it takes connections; undefined if it was on its way out and is gone. */
const joinRunning = async ({ pid }: PostmasterFile, folder: string): Promise<PostmasterFile | undefined> => {
  for (let waited = 0; waited < 600; waited += 1) {
    const server = runningServer(folder);
    if (!server) return undefined;
    if (server.ready && (await answers(server.port))) return server;
    await sleep(50);
  }
  throw new ClusterError('blocked-by-process', `PostgreSQL (process ${pid}) runs on ${folder} but takes no connections.`, { pid, folder });
};

/** Prepares the leaving of one user, also for a process that ends without saying so. */
const leaveWith = (dataDir: string, folder: string, ours: string, users: string, ended: Promise<void>): (() => Promise<void>) => {
  const leave = (): number | undefined => {
    rmSync(ours, { force: true });
    return liveUsers(users).length === 0 ? runningServer(folder)?.pid : undefined;
  };
  const atExit = (): void => {
    const pid = leave();
    if (pid !== undefined) process.kill(pid, 'SIGINT');
  };
  process.once('exit', atExit);
  let left = false;
  return async () => {
    if (left) return;
    left = true;
    process.off('exit', atExit);
    await withFolderLock(dataDir, async () => {
      const pid = leave();
      if (pid === undefined) return;
      await stopServer(pid);
      // The timer keeps this process alive meanwhile: nothing else may, and then it would end in the middle of leaving.
      const enough = new AbortController();
      await Promise.race([ended, sleep(1_000, undefined, { signal: enough.signal }).catch(() => {})]);
      enough.abort();
    });
  };
};
