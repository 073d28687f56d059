import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');

/** What a module imports at run time; `import type` and `export type` leave nothing. */
const valueImports = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gm)].map((it) => it[1] ?? '');

const reached = (path: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const it of valueImports(path)) reached(it.startsWith('.') ? join(dirname(path), it) : it, seen);
  return seen;
};

it('importing the client brings no schema, no route and no package along', () => {
  const files = [...reached(join(import.meta.dirname, 'index.ts'))].map((it) => relative(source, it)).toSorted();
  expect(files).toEqual(['client/create-client.ts', 'client/index.ts', 'client/operations.ts', 'client/undeclared-answer.ts', 'frame/always-refused.ts']);
});
