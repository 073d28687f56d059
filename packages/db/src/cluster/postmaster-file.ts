import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server writes about itself into `postmaster.pid` of its data folder. */
export type PostmasterFile = { pid: number; port: number; ready: boolean };

/** Reads the lines of `postmaster.pid`: 1 process, 4 port, 8 state. Undefined while the server is still writing it. */
export const parsePostmasterFile = (text: string): PostmasterFile | undefined => {
  const lines = text.split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
};

/** The state of the server on a data folder, as it wrote it itself; undefined if no server left a file there. */
export const readPostmasterFile = (folder: string): PostmasterFile | undefined => {
  try {
    return parsePostmasterFile(readFileSync(join(folder, 'postmaster.pid'), 'utf8'));
  } catch {
    return undefined;
  }
};
