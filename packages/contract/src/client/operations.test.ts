import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { alwaysRefused } from '../frame/always-refused.ts';

type Route = { method: string; path: string; operationId: string; responses: Record<string, unknown> };

const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'operationId' in value && 'responses' in value;

const folder = join(import.meta.dirname, '..');
const nouns = readdirSync(folder, { withFileTypes: true })
  .filter((it) => it.isDirectory() && !['client', 'frame', 'problems'].includes(it.name))
  .map((it) => it.name)
  .toSorted();

const alias = (noun: string): string => noun.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const statusesOf = ({ responses }: Route): number[] =>
  Object.keys(responses)
    .map(Number)
    .filter((it) => !(alwaysRefused as readonly number[]).includes(it))
    .toSorted((a, b) => a - b);

const origin = '// Written from the route definitions: npx vitest run --project unit packages/contract -u';

it('the table of operations is that of the route definitions', async () => {
  const found = await Promise.all(
    nouns.map(async (noun) => {
      const exported = (await import(join(folder, noun, 'index.ts'))) as Record<string, unknown>;
      return Object.entries(exported).flatMap(([name, value]) => (isRoute(value) ? [{ noun, name, route: value }] : []));
    }),
  );
  // What answers with a page to go to is no operation of a client.
  const all = found.flat().filter(({ route }) => statusesOf(route).some((it) => it >= 200 && it < 300)).toSorted((a, b) => (a.route.operationId < b.route.operationId ? -1 : 1));
  expect(all.length).toBeGreaterThan(5);
  const used = nouns.filter((noun) => all.some((it) => it.noun === noun));
  const definitions = [
    origin,
    ...used.map((noun) => `import type * as ${alias(noun)} from '../${noun}/index.ts';`),
    '',
    '/** The definition of each operation. */',
    'export type Definitions = {',
    ...all.map(({ noun, name, route }) => `  ${route.operationId}: typeof ${alias(noun)}.${name};`),
    '};',
    '',
  ].join('\n');
  const text = [
    origin,
    '/** Method, path and statuses of each operation; those of refusals that every route may give are left out. */',
    'export const operations = {',
    ...all.map(({ route }) => `  ${route.operationId}: ['${route.method.toUpperCase()}', '${route.path}', [${statusesOf(route).join(', ')}]],`),
    '} as const;',
    '',
  ].join('\n');
  await expect(definitions).toMatchFileSnapshot('./definitions.ts');
  await expect(text).toMatchFileSnapshot('./operations.ts');
});
