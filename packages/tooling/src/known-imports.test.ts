import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isTypeScript, repositoryRoot, trackedFiles } from './repository/tracked-files.ts';

const preload = join(import.meta.dirname, 'known-imports.cjs');

/** Where a process of ours finds some modules, and whether it can load them. */
const placesOf = (specifiers: readonly string[], ...preloaded: string[]): unknown => {
  const script = `const places = ${JSON.stringify(specifiers)}.map((it) => [it, import.meta.resolve(it)]);
    for (const [it] of places) await import(it);
    console.log(JSON.stringify(places));`;
  return JSON.parse(execFileSync(process.execPath, [...preloaded, '--input-type=module', '-e', script], { cwd: join(repositoryRoot, 'packages/db'), encoding: 'utf8' }));
};

it('modules that are known by their place are found where Node finds them', () => {
  const sources = trackedFiles().filter((path) => /^(packages|apps|plugins)\//.test(path) && isTypeScript(path)).map((path) => readFileSync(join(repositoryRoot, path), 'utf8'));
  const specifiers = [...new Set(sources.flatMap((text) => [...text.matchAll(/from '(drizzle-orm[^']*)'/g)].map((it) => it[1] ?? '')))];
  expect(specifiers.length).toBeGreaterThan(2);
  expect(placesOf(specifiers, '-r', preload)).toEqual(placesOf(specifiers));
});
