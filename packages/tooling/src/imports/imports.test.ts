import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTypeScript, repositoryRoot, trackedFiles } from '../repository/tracked-files.ts';
import { workspaceOf, workspaces } from '../repository/workspaces.ts';
import { findCycles } from './find-cycles.ts';
import { developmentOnly, houseTable, roomOf } from './house-table.ts';
import { judgeImport } from './judge-import.ts';
import { readImports } from './read-imports.ts';
import { resolveImport } from './resolve-import.ts';

const all = workspaces();
const paths = trackedFiles().filter(isTypeScript);
const imports = new Map(paths.map((path) => [path, readImports(path, readFileSync(join(repositoryRoot, path), 'utf8'))]));

/** The rooms of a workspace: a plugin has two, and one package.json for both. */
const roomsOf = (folder: string): string[] => [`${folder}/package.json`, `${folder}/src/admin.tsx`].map(roomOf);

describe('imports of the repository', () => {
  it('were read from every TypeScript file that git tracks', () => {
    expect([...imports.keys()]).toEqual(paths);
    expect(paths.length).toBeGreaterThan(20);
    const rooms = paths.filter((path) => /^(packages|apps|plugins)\//.test(path));
    expect(rooms.filter((path) => !workspaceOf(path, all))).toEqual([]);
    expect(rooms.flatMap((path) => imports.get(path) ?? []).length).toBeGreaterThan(20);
  });

  it('go only where the table of the house lets them', () => {
    const faults = [...imports].flatMap(([path, found]) =>
      found.flatMap((imported) => {
        const fault = judgeImport(path, imported, all);
        return fault === undefined ? [] : [`${path} → ${imported.specifier}: ${fault}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('lead to files that exist', () => {
    const known = new Set(paths);
    const broken = [...imports].flatMap(([path, found]) =>
      found.flatMap(({ specifier }) => {
        const to = resolveImport(path, specifier, all);
        return to.kind === 'file' && isTypeScript(to.path) && !known.has(to.path) ? [`${path} → ${specifier}`] : [];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('form no cycle at run time', () => {
    const graph = new Map(
      [...imports].map(([path, found]) => [
        path,
        found.filter((it) => !it.typesOnly).flatMap(({ specifier }) => {
          const to = resolveImport(path, specifier, all);
          return to.kind === 'file' ? [to.path] : [];
        }),
      ]),
    );
    expect(findCycles(graph)).toEqual([]);
  });

  it('are declared between packages only where the table allows them', () => {
    const faults = all.flatMap(({ folder, dependencies }) =>
      Object.keys(dependencies)
        .filter((name) => name.startsWith('@saubac/'))
        .map((name) => name.replace('@saubac/', ''))
        .filter((name) => developmentOnly.includes(name) || !roomsOf(folder).some((room) => name in (houseTable[room]?.imports ?? {})))
        .map((name) => `${folder} declares ${name}`),
    );
    expect(faults).toEqual([]);
  });
});
