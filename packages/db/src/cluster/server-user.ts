import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError } from './cluster-error.ts';
import type { ServerUser } from './reachable.ts';

// initdb looks its own user up by name, so a number without an entry in passwd is not enough.
const candidates = ['postgres', 'nobody'];

/** Finds one of the users a server may run as among the lines of a passwd file. */
export const unprivilegedUserIn = (passwd: string): ServerUser | undefined => {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  for (const name of candidates) {
    const line = lines.find((fields) => fields[0] === name);
    if (line && Number(line[2]) > 0) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  return undefined;
};

/**
 * The user to run PostgreSQL as on a data folder. PostgreSQL refuses to run as root, so for root this is whoever owns the server's files
 * already, else `postgres` where the system has one, else `nobody`; for anybody else undefined: the server runs as the user of this process.
 */
export const serverUser = (dataDir: string): ServerUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(join(dataDir, 'postgres'), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = unprivilegedUserIn(readFileSync('/etc/passwd', 'utf8'));
  if (!user) throw new ClusterError('no-unprivileged-user', 'PostgreSQL does not run as root and the system has neither a user postgres nor nobody.');
  return user;
};
