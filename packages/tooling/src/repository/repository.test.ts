import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTypeScript, repositoryRoot, trackedFiles } from './tracked-files.ts';
import { readRepositoryJson, workspaceOf, workspaces } from './workspaces.ts';

type TsConfig = { references?: { path: string }[] };
const referencesOf = (path: string): string[] => (readRepositoryJson<TsConfig>(path).references ?? []).map((it) => posix.join(posix.dirname(path), it.path)).toSorted();

const all = workspaces();
const folderOf = new Map(all.map((it) => [it.name, it.folder]));

// Plugins are one project, which finds them: none has to be named anywhere.
const isPlugin = ({ folder }: { folder: string }): boolean => folder.startsWith('plugins/');
const foldersOf = (dependencies: readonly string[]): string[] => [...new Set(dependencies.flatMap((name) => folderOf.get(name) ?? []))].toSorted();

describe('the workspaces', () => {
  it.each(all.filter((it) => !isPlugin(it)).map((it) => [it.folder, it] as const))('%s refers in tsconfig.json to exactly the packages it depends on', (folder, { dependencies }) => {
    expect(referencesOf(`${folder}/tsconfig.json`)).toEqual(foldersOf(Object.keys(dependencies)));
  });

  it('that are plugins are one project, which refers to all that any of them depends on', () => {
    const plugins = all.filter(isPlugin);
    expect(plugins.filter(({ folder }) => existsSync(join(repositoryRoot, folder, 'tsconfig.json')))).toEqual([]);
    expect(referencesOf('plugins/tsconfig.json')).toEqual(foldersOf(plugins.flatMap(({ dependencies }) => Object.keys(dependencies))));
  });

  it('are all type-checked, and so are their tests', () => {
    const folders = [...all.filter((it) => !isPlugin(it)).map((it) => it.folder), 'plugins'].toSorted();
    expect(referencesOf('tsconfig.json')).toEqual([...folders, 'tsconfig.test.json'].toSorted());
    expect(referencesOf('tsconfig.test.json')).toEqual(folders);
  });
});

describe('a file of source', () => {
  it('has 400 lines at most', () => {
    const sources = trackedFiles().filter((path) => workspaceOf(path, all) && /\.(tsx?|c?js|sql|css)$/.test(path));
    expect(sources.length).toBeGreaterThan(20);
    const long = sources.map((path) => [path, readFileSync(join(repositoryRoot, path), 'utf8').split('\n').length - 1] as const).filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });

  it('has a name in lower case with hyphens', () => {
    const odd = trackedFiles().filter((path) => workspaceOf(path, all) && isTypeScript(path) && !/^([a-z0-9-]+\/)+[a-z0-9-]+(\.[a-z]+)*\.tsx?$/.test(path));
    expect(odd).toEqual([]);
  });
});

describe('the lock file', () => {
  const lock = readRepositoryJson<{ packages: Record<string, { resolved?: string }> }>('package-lock.json');

  it('names no registry', () => {
    const resolved = Object.values(lock.packages).flatMap((it) => it.resolved ?? []);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(50);
    expect(resolved.filter((it) => it.includes(':'))).toEqual([]);
  });

  it('will not name one after the next install either', () => {
    expect(readFileSync(join(repositoryRoot, '.npmrc'), 'utf8')).toContain('omit-lockfile-registry-resolved=true');
  });
});

describe('the domain', () => {
  it('has no clock: the day is always given', () => {
    const sources = trackedFiles().filter((path) => path.startsWith('packages/domain/src/') && isTypeScript(path));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((path) => /\bDate\.now\b|new Date\(\)/.test(readFileSync(join(repositoryRoot, path), 'utf8')))).toEqual([]);
  });
});
