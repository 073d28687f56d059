import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { platform } from 'node:os';

/** Whether a process with this number exists, whoever owns it. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const procFile = (pid: number, name: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
};

// A killed child of a container's first process stays as a zombie when nobody waits for it: it has a number and does nothing.
const isZombie = (pid: number): boolean => procFile(pid, 'stat')?.replace(/^.*\) /s, '').startsWith('Z') ?? false;

const ps = (pid: number, column: string): string => spawnSync('ps', ['-p', String(pid), '-o', `${column}=`], { encoding: 'utf8' }).stdout?.trim() ?? '';

/** The name of the program a process runs; empty if it cannot be told. */
export const programOf = (pid: number): string => {
  if (platform() === 'linux') return basename((procFile(pid, 'cmdline') ?? '').split('\0')[0]?.split(' ')[0] ?? '').replace(/:$/, '');
  return basename(ps(pid, 'comm'));
};

/** When a process started, in whatever unit the system counts: with its number it names one process, though numbers are used again. */
export const startOf = (pid: number): string => {
  if (platform() === 'linux') return procFile(pid, 'stat')?.replace(/^.*\) /s, '').split(' ')[19] ?? '';
  return ps(pid, 'lstart');
};
