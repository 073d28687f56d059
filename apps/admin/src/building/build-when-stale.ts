import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const home = join(import.meta.dirname, '..', '..');
const root = join(home, '..', '..');
const digestFile = join(home, 'dist', 'site.digest');

const siteFolder = join(home, 'dist', 'site');

/** All that the pages are made of. What of it is for tests does no harm but a build too many. */
const sources = [
  'package-lock.json', 'apps/admin/{index.html,vite.config.ts,package.json}', 'apps/admin/src/**/*.{ts,tsx,css,svg}', 'packages/ui/src/**/*.{ts,tsx,css}',
  'packages/i18n/src/**/*.ts', 'packages/contract/src/**/*.ts', 'packages/domain/src/values/*.ts', 'packages/domain/src/rules/*.ts',
];

/** What the sources are now, in one word; the same on every machine. */
const digestOfSources = (): string => {
  const digest = createHash('sha256');
  for (const path of globSync(sources, { cwd: root }).toSorted()) digest.update(path).update('\0').update(readFileSync(join(root, path))).update('\0');
  return digest.digest('hex');
};

const builtFrom = (): string | undefined => (existsSync(digestFile) && existsSync(join(siteFolder, 'index.html')) ? readFileSync(digestFile, 'utf8') : undefined);

/** Builds the pages where they are missing or their sources have changed. Says whether it did. */
export const buildWhenStale = async (): Promise<boolean> => {
  const digest = digestOfSources();
  if (builtFrom() === digest) return false;
  rmSync(digestFile, { force: true });
  await build({ configFile: join(home, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(digestFile, digest);
  return true;
};
