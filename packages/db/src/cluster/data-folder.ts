import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ClusterError } from './cluster-error.ts';
import { reachableFolder } from './binaries.ts';
import type { ServerUser } from './reachable.ts';
import { randomName } from './secrets.ts';

/** The major version of the embedded server; its data folder is of no use to another one. */
const majorVersion = '18';

const noteIn = (dataDir: string): string => join(dataDir, 'postgres-folder');

/**
 * Where the server's files are: `postgres` in the data folder, or, when the server's user cannot get there, a folder of its own whose
 * path is noted in `postgres-folder`. The note carries a random name: whoever removes the data folder begins anew. Throws when the noted
 * folder is gone, rather than begin anew over data that may only be elsewhere.
 */
export const clusterFolderOf = (dataDir: string, user: ServerUser | undefined): string => {
  if (!existsSync(noteIn(dataDir))) return reachableFolder(join(dataDir, 'postgres'), user, `postgres-${randomName(6)}`);
  const folder = readFileSync(noteIn(dataDir), 'utf8').trim();
  if (existsSync(join(folder, 'PG_VERSION'))) return folder;
  throw new ClusterError('data-missing', `${noteIn(dataDir)} says that the data is in ${folder}, but it is not there.`, { dataDir, folder });
};

/** Notes where the server's files are, once they are there. */
export const noteFolder = (dataDir: string, folder: string): void => {
  if (folder !== join(dataDir, 'postgres')) writeFileSync(noteIn(dataDir), `${folder}\n`);
};

const initArguments = (folder: string, passwordFile: string, throwaway: boolean): string[] => [
  `--pgdata=${folder}`,
  '--username=postgres',
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  ...(throwaway ? ['--no-sync'] : []),
];

/** Makes the server's files if there are none. Made beside and renamed, so that a creation cut short leaves nothing to trip over. */
export const initialise = (folder: string, binaries: string, user: ServerUser | undefined, password: string, throwaway: boolean): void => {
  const versionFile = join(folder, 'PG_VERSION');
  if (existsSync(versionFile)) return refuseOtherVersion(folder, readFileSync(versionFile, 'utf8').trim());
  const unfinished = `${folder}.new`;
  const passwordFile = `${folder}.pw`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
  const run = spawnSync(join(binaries, 'bin', 'initdb'), initArguments(unfinished, passwordFile, throwaway), { ...user, cwd: '/', encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (run.status !== 0) throw new ClusterError('start-failed', `initdb failed: ${run.error?.message ?? run.stderr.trim()}`, { folder });
  renameSync(unfinished, folder);
};

const refuseOtherVersion = (folder: string, found: string): void => {
  if (found === majorVersion) return;
  throw new ClusterError('data-of-other-version', `${folder} was written by PostgreSQL ${found}; this product needs ${majorVersion}.`, { folder, found });
};
