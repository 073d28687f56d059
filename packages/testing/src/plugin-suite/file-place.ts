import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileStore, openFileStore } from '@saubac/services/files';

/** A place for files of its own, until it is removed. */
export const openFilePlace = async (): Promise<{ store: FileStore; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'saubac-files-'));
  return { store: await openFileStore(folder), remove: () => rm(folder, { recursive: true, force: true }) };
};
