import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './tracked-files.ts';

/** A workspace of the repository: its folder from the root, and what its package.json says. */
export type Workspace = {
  folder: string;
  name: string;
  exports: Readonly<Record<string, string>>;
  dependencies: Readonly<Record<string, string>>;
};

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** A JSON file of the repository, by its path from the root. The caller says what it expects in it. */
export const readRepositoryJson = <T>(path: string): T => readJson(join(repositoryRoot, path)) as T;

/** Every workspace of `packages/`, `apps/` and `plugins/`. */
export const workspaces = (): Workspace[] =>
  ['packages', 'apps', 'plugins'].flatMap((room) =>
    readdirSync(join(repositoryRoot, room))
      .map((folder) => `${room}/${folder}`)
      .filter((folder) => existsSync(join(repositoryRoot, folder, 'package.json')))
      .map((folder) => {
        const manifest = readRepositoryJson<Partial<Workspace> & { name: string }>(`${folder}/package.json`);
        return { folder, name: manifest.name, exports: manifest.exports ?? {}, dependencies: manifest.dependencies ?? {} };
      }),
  );

/** The workspace a file stands in; undefined for files of the root. */
export const workspaceOf = <W extends { folder: string }>(path: string, all: readonly W[]): W | undefined =>
  all.find((it) => path.startsWith(`${it.folder}/`));
