import { mkdirSync, openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from './cluster-error.ts';
import { isAlive, startOf } from './process-state.ts';

type Holder = { pid: number; start: string };

/** This process, named so that a later one with the same number is not taken for it. */
export const thisProcess = (): Holder => ({ pid: process.pid, start: startOf(process.pid) });

/** Reads who wrote a file with `thisProcess()`; undefined if that process is gone or the file is not whole. */
export const liveWriterOf = (file: string): Holder | undefined => {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return isAlive(holder.pid) && startOf(holder.pid) === holder.start ? holder : undefined;
  } catch {
    return undefined;
  }
};

const tryToHold = (file: string): boolean => {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, JSON.stringify(thisProcess()));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
};

/**
 * Does something to the data folder while no other process of ours does. A lock whose holder was killed is taken over: after half a
 * second, because a holder may just be writing its name.
 */
export const withFolderLock = async <T>(dataDir: string, work: () => Promise<T>): Promise<T> => {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const file = join(dataDir, 'lock');
  for (let waited = 0, unheld = 0; !tryToHold(file); waited += 1) {
    const holder = liveWriterOf(file);
    unheld = holder ? 0 : unheld + 1;
    if (unheld > 10) rmSync(file, { force: true });
    if (waited > 2_400) throw new ClusterError('lock-busy', `Process ${holder?.pid} has been using ${dataDir} for two minutes.`, { dataDir, pid: holder?.pid ?? 0 });
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
};
