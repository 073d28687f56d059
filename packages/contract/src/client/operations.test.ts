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

it('the table of operations is that of the route definitions, and every route is exported by the name of its operation', async () => {
  const routes = await Promise.all(
    nouns.map(async (noun) => {
      const exported = (await import(join(folder, noun, 'index.ts'))) as Record<string, unknown>;
      return Object.entries(exported).flatMap(([name, value]) => (isRoute(value) ? [{ noun, name, route: value }] : []));
    }),
  );
  const all = routes.flat().toSorted((a, b) => (a.name < b.name ? -1 : 1));
  expect(all.length).toBeGreaterThan(5);
  expect(all.filter(({ name, route }) => name !== `${route.operationId}Route`).map((it) => it.name)).toEqual([]);
  const used = nouns.filter((noun) => all.some((it) => it.noun === noun));
  const lines = all
    .filter(({ route }) => statusesOf(route).some((it) => it >= 200 && it < 300))
    .map(({ route }) => `  ${route.operationId}: ['${route.method.toUpperCase()}', '${route.path}', [${statusesOf(route).join(', ')}]],`);
  const text = [
    '// Written from the route definitions, of which it has only types at run time: npx vitest run --project unit packages/contract -u',
    ...used.map((noun) => `import type * as ${alias(noun)} from '../${noun}/index.ts';`),
    '',
    '/** Every route definition, by the name it is exported under. */',
    `export type Definitions = ${used.map((noun) => `typeof ${alias(noun)}`).join(' & ')};`,
    '',
    '/** Method, path and statuses of each operation; those of refusals that every route may give are left out. */',
    'export const operations = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n');
  await expect(text).toMatchFileSnapshot('./operations.ts');
});
