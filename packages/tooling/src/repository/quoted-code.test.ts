import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from './tracked-files.ts';

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

/** Blocks of code that a page says it took from a file. */
const quotesIn = (page: string): { path: string; code: string }[] =>
  [...read(page).matchAll(/<!-- from (\S+) -->\n```\w+\n([\s\S]*?)```/g)].map(([, path = '', code = '']) => ({ path, code }));

it('code that the guide for plugins quotes stands so in the file that it names', () => {
  const quotes = quotesIn('docs/plugins.md');
  expect(quotes.length).toBeGreaterThan(10);
  expect(quotes.filter(({ path, code }) => !read(path).includes(code))).toEqual([]);
});
