import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';

const home = join(import.meta.dirname, '..');
const siteFolder = join(home, 'dist/site');

type Entry = { file: string; css?: string[]; imports?: string[] };

/** All that a browser may fetch before anything is seen, in kilobytes as they travel. */
const mostKb = 240;

const kbOf = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(siteFolder, file)), { level: 9 }).length, 0) / 1024;

let manifest: Record<string, Entry>;

/** The files of a chunk and of all that it needs at once. */
const filesOf = (key: string, seen = new Set<string>()): Set<string> => {
  const entry = manifest[key];
  if (!entry || seen.has(entry.file)) return seen;
  for (const file of [entry.file, ...(entry.css ?? [])]) seen.add(file);
  for (const other of entry.imports ?? []) filesOf(other, seen);
  return seen;
};

const keyOf = (is: (key: string) => boolean): string => {
  const found = Object.keys(manifest).find(is);
  if (found === undefined) throw new Error('The build has no such part.');
  return found;
};

const readPage = (): string => readFileSync(join(siteFolder, 'index.html'), 'utf8');

/** The scripts and styles that the page names, with all that they need at once. */
const filesOfPage = (): string[] => {
  const named = [...readPage().matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
  return named.flatMap((file) => [file, ...filesOf(Object.keys(manifest).find((key) => manifest[key]?.file === file) ?? '')]);
};

describe('the first load of the screens', () => {
  beforeAll(() => {
    execFileSync(process.execPath, [join(home, 'src/building/main.ts')], { stdio: 'inherit' });
    manifest = JSON.parse(readFileSync(join(siteFolder, '.vite/manifest.json'), 'utf8')) as Record<string, Entry>;
  }, 60_000);

  it.each(['sign-in-page.tsx', 'overview-page.tsx'])(`is ${mostKb} KB at the most, script and style together, with the words of one language: %s`, (first) => {
    const words = keyOf((key) => key.endsWith('catalogues/vi/admin/index.ts'));
    const page = keyOf((key) => key.endsWith(`/${first}`));
    const files = new Set([...filesOfPage(), ...[words, page].flatMap((key) => [...filesOf(key)])]);
    expect(files.size).toBeGreaterThan(3);
    expect(kbOf(files)).toBeLessThan(mostKb);
  });

  it('brings no words that only the server says', () => {
    const scripts = Object.values(manifest).map((it) => it.file).filter((it) => it.endsWith('.js'));
    const told = scripts.filter((file) => readFileSync(join(siteFolder, file), 'utf8').includes('saubac plan apply'));
    expect(told).toEqual([]);
  });

  it('has no inline script or style: the policy of the page would not let them in', () => {
    expect(readPage()).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
  });
});
