import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const home = join(import.meta.dirname, '..', '..');
const root = join(home, '..', '..');

const siteFolder = join(home, 'dist', 'site');

/** Of what sources a built folder is, beside the list of its files. */
const digestOf = (folder: string): string => join(folder, '.vite', 'sources.digest');

/** All that the pages are made of. What of it is for tests does no harm but a build too many. */
const sources = [
  'package-lock.json', 'apps/admin/{index.html,vite.config.ts,package.json}', 'apps/admin/src/**/*.{ts,tsx,css,svg}', 'packages/ui/src/**/*.{ts,tsx,css}',
  'packages/i18n/src/**/*.ts', 'packages/contract/src/**/*.ts', 'packages/domain/src/values/*.ts', 'packages/domain/src/rules/*.ts', 'packages/plugin-api/src/admin/*.ts',
  'plugins/*/package.json', 'plugins/*/src/**/*.{ts,tsx,css}',
];

/** What the sources are now, in one word; the same on every machine. */
const digestOfSources = (): string => {
  const digest = createHash('sha256');
  for (const path of globSync(sources, { cwd: root }).toSorted()) digest.update(path).update('\0').update(readFileSync(join(root, path))).update('\0');
  return digest.digest('hex');
};

const isBuiltFrom = (digest: string): boolean => existsSync(digestOf(siteFolder)) && readFileSync(digestOf(siteFolder), 'utf8') === digest;

/** Puts a built folder in the place of the one before, in a moment: pages may be fetched from it, and another process may do the same. */
const putInPlace = (built: string): void => {
  const before = `${built}.before`;
  if (existsSync(siteFolder)) renameSync(siteFolder, before);
  renameSync(built, siteFolder);
  rmSync(before, { recursive: true, force: true });
};

/** Builds the pages where they are missing or their sources have changed. Says whether it did. Several processes may do it at once. */
export const buildWhenStale = async (): Promise<boolean> => {
  const digest = digestOfSources();
  if (isBuiltFrom(digest)) return false;
  const built = `${siteFolder}.${process.pid}`;
  try {
    await build({ configFile: join(home, 'vite.config.ts'), logLevel: 'error', build: { outDir: built } });
    writeFileSync(digestOf(built), digest);
    if (!isBuiltFrom(digest)) putInPlace(built);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
  return true;
};
