import { isTest } from '../repository/tracked-files.ts';
import { workspaceOf, type Workspace } from '../repository/workspaces.ts';
import { developmentOnly, houseTable, keptBehind, roomOf, type Room } from './house-table.ts';
import type { ImportedModule } from './read-imports.ts';
import { resolveImport } from './resolve-import.ts';

/** What a test may import besides what its workspace may. */
const testTools = ['vitest', 'fast-check', '@playwright/test'];

const judgePackage = (room: Room, target: string, subpath: string, imported: ImportedModule, test: boolean): string | undefined => {
  const short = target.replace('@saubac/', '');
  if (developmentOnly.includes(short)) return test ? undefined : `${short} is for tests only`;
  const reach = room.imports[short];
  if (reach === undefined) return `may not import ${short}`;
  if (reach === 'types') return imported.typesOnly ? undefined : `may import types only from ${short}`;
  if (reach === 'all' || reach.includes(subpath.slice(2))) return undefined;
  return `may import only ${reach.map((it) => `${target}/${it}`).join(', ')}`;
};

const judgeDeclared = (name: string, home: Workspace, test: boolean): string | undefined =>
  test || name in home.dependencies ? undefined : `${name} is not among the dependencies of ${home.folder}/package.json`;

const judgeOutside = (room: Room, name: string, home: Workspace, test: boolean): string | undefined => {
  if ((test || home.name === '@saubac/testing') && testTools.includes(name)) return undefined;
  if (room.outside && !room.outside.includes(name)) return `may use only these packages of others: ${room.outside.join(', ')}`;
  return judgeDeclared(name, home, test);
};

/** Files of no workspace (checks of the product from outside, configuration) know nothing of its inside. */
const judgeLoose = (specifier: string): string | undefined =>
  /^@saubac\/|(^|\/)(packages|apps|plugins)\//.test(specifier) ? 'imports the product, but stands outside of it' : undefined;

/** Says what is wrong with one import of a file, by the table of the house; undefined if nothing is. */
export const judgeImport = (path: string, imported: ImportedModule, all: readonly Workspace[]): string | undefined => {
  const home = workspaceOf(path, all);
  if (!home) return judgeLoose(imported.specifier);
  const room = houseTable[roomOf(path)];
  if (!room) return `${home.folder} has no row in the table of imports`;
  const test = isTest(path);
  const to = resolveImport(path, imported.specifier, all);
  switch (to.kind) {
    case 'crosses-folders':
      return `reaches into ${to.path}: import the other package by its name`;
    case 'not-exported':
      return 'is not exported by that package';
    case 'node':
      return room.pure && !test ? 'may use no module of Node: it has no input or output of its own' : undefined;
    case 'outside':
      if (!path.startsWith(keptBehind[to.name] ?? '')) return `stands behind ${keptBehind[to.name]}`;
      return judgeOutside(room, to.name, home, test);
    case 'file':
      if (to.workspace === home.name) return undefined;
      return judgePackage(room, to.workspace, to.subpath, imported, test) ?? judgeDeclared(to.workspace, home, test);
  }
};
