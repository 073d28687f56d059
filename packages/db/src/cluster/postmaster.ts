import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from './cluster-error.ts';
import { isAlive, programOf } from './process-state.ts';
import { readPostmasterFile, type PostmasterFile } from './postmaster-file.ts';
import type { ServerUser } from './reachable.ts';

const worksIn = (pid: number, folder: string): boolean => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return true; // No /proc, or another user's process: its own file says it is this one.
  }
};

/**
 * The server that runs on a data folder now. A `postmaster.pid` left by a killed server is removed when its number belongs to nobody, to
 * another program or to a server of another folder: PostgreSQL itself would refuse to start there, without a word.
 */
export const runningServer = (folder: string): PostmasterFile | undefined => {
  const file = readPostmasterFile(folder);
  if (!file) return undefined;
  if (isAlive(file.pid) && programOf(file.pid) === 'postgres' && worksIn(file.pid, folder)) return file;
  rmSync(join(folder, 'postmaster.pid'), { force: true });
  return undefined;
};

const serverWhenReady = async (folder: string, gone: () => boolean): Promise<PostmasterFile | undefined> => {
  for (let waited = 0; waited < 3_000 && !gone(); waited += 1) {
    const file = readPostmasterFile(folder);
    if (file?.ready) return file;
    await sleep(20);
  }
  return undefined;
};

// The shell ends the server when our end of its input closes, which also happens when this process is killed.
const untilInputCloses = 'exec 3<&0; "$@" </dev/null 3<&- & server=$!; (read _ <&3; kill -INT $server) & reader=$!; wait $server; kill $reader; wait $reader';

export type Launch = { binaries: string; folder: string; args: string[]; user: ServerUser | undefined; logFile: string; diesWithUs: boolean };

const launch = ({ binaries, folder, args, user, logFile, diesWithUs }: Launch): ChildProcess => {
  const command = [join(binaries, 'bin', 'postgres'), '-D', folder, ...args];
  const log = openSync(logFile, 'a', 0o600);
  // A group of its own: Ctrl-C in the terminal reaches us, and we decide when the server stops.
  const options = { ...user, cwd: folder, detached: true, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  const child = diesWithUs
    ? spawn('/bin/sh', ['-c', untilInputCloses, 'sh', ...command], { ...options, stdio: ['pipe', log, log] })
    : spawn(command[0] as string, command.slice(1), { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  (child.stdin as (NodeJS.WritableStream & { unref?: () => void }) | null)?.unref?.();
  return child;
};

const lastLines = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n');

/** A server this process has started; `ended` resolves when its process has been waited for. */
export type StartedServer = PostmasterFile & { ended: Promise<void> };

/** Starts a server and waits until it takes connections. A server killed a moment ago may still hold its memory: then it waits and tries again. */
export const startServer = async (how: Launch): Promise<StartedServer> => {
  for (let attempt = 1; ; attempt += 1) {
    const child = launch(how);
    let gone = false;
    const ended = new Promise<void>((resolve) => {
      const end = (): void => {
        gone = true;
        resolve();
      };
      child.once('exit', end).once('error', end);
    });
    const server = await serverWhenReady(how.folder, () => gone);
    if (server) return { ...server, ended };
    if (!gone) child.kill('SIGTERM');
    const log = lastLines(how.logFile);
    if (attempt >= 20 || !/shared memory block .* still in use/.test(log)) throw new ClusterError('start-failed', `PostgreSQL did not start:\n${log}`, { folder: how.folder, logFile: how.logFile, ...(/Address already in use/.test(log) ? { portTaken: 'yes' } : {}) });
    await sleep(250);
  }
};

/** Fast shutdown: sessions are ended, data is written; after half a minute the hard way. Returns when the process is gone. */
export const stopServer = async (pid: number): Promise<void> => {
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(pid, name);
    } catch {
      // Gone already.
    }
  };
  signal('SIGINT');
  for (let waited = 0; isAlive(pid); waited += 1) {
    if (waited === 1_500) signal('SIGQUIT');
    if (waited > 2_000) throw new ClusterError('blocked-by-process', `PostgreSQL (process ${pid}) does not stop.`, { pid });
    await sleep(20);
  }
};
