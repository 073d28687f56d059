import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user an embedded server runs as; undefined means: the user that runs this process. */
export type ServerUser = { uid: number; gid: number };

const mayTraverse = (mode: number, owner: ServerUser, user: ServerUser): boolean => {
  if (owner.uid === user.uid) return (mode & 0o100) !== 0;
  if (owner.gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
};

/**
 * Whether a user may walk down to a folder: every folder above it (and itself) lets that user through. A folder that does not exist yet
 * is judged by the nearest one that does. A clone below a private home (0700) fails here for anybody but its owner.
 */
export const reachableBy = (folder: string, user: ServerUser): boolean => {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !mayTraverse(found.mode, found, user)) return false;
  const above = dirname(folder);
  return above === folder || reachableBy(above, user);
};
