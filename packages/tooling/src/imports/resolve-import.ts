import { posix } from 'node:path';
import { workspaceOf, type Workspace } from '../repository/workspaces.ts';

/** Where an import leads: a file of the repository, a package of others, a module of Node, or nowhere that exists. */
export type Destination =
  | { kind: 'file'; path: string; workspace: string; subpath: string }
  | { kind: 'outside'; name: string }
  | { kind: 'node' }
  | { kind: 'crosses-folders'; path: string }
  | { kind: 'not-exported' };

const packageName = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** The file that a package's `exports` give for a subpath such as `./values`; undefined if they give none. */
const exportedFile = (workspace: Workspace, subpath: string): string | undefined => {
  const direct = workspace.exports[subpath];
  if (direct !== undefined) return posix.join(workspace.folder, direct);
  const pattern = workspace.exports['./*'];
  const name = subpath.slice(2);
  if (pattern === undefined || name === '' || name.includes('/')) return undefined;
  return posix.join(workspace.folder, pattern.replace('*', name));
};

/** Finds where an import of a file leads. Relative imports may not leave their workspace. */
export const resolveImport = (from: string, specifier: string, all: readonly Workspace[]): Destination => {
  if (specifier.startsWith('node:')) return { kind: 'node' };
  if (specifier.startsWith('.')) {
    const path = posix.join(posix.dirname(from), specifier);
    const home = workspaceOf(from, all);
    if (home && home !== workspaceOf(path, all)) return { kind: 'crosses-folders', path };
    return { kind: 'file', path, workspace: home?.name ?? '', subpath: '' };
  }
  const name = packageName(specifier);
  const workspace = all.find((it) => it.name === name);
  if (!workspace) return { kind: 'outside', name };
  const subpath = `.${specifier.slice(name.length)}`;
  const path = exportedFile(workspace, subpath);
  return path === undefined ? { kind: 'not-exported' } : { kind: 'file', path, workspace: name, subpath };
};
