import { describe, expect, it } from 'vitest';
import type { Workspace } from '../repository/workspaces.ts';
import { judgeImport } from './judge-import.ts';

const workspace = (folder: string, exports: Record<string, string>, needs: string[] = []): Workspace => ({
  folder,
  name: `@saubac/${folder.split('/')[1] ?? ''}`,
  exports,
  dependencies: Object.fromEntries(needs.map((it) => [it, '*'])),
});

const byFolder = { './*': './src/*/index.ts' };
const all = [
  workspace('packages/domain', byFolder, ['zod']),
  workspace('packages/plugin-api', { '.': './src/index.ts' }, ['@saubac/domain']),
  workspace('packages/db', byFolder, ['@saubac/domain', '@saubac/plugin-api', 'postgres']),
  workspace('packages/auth', byFolder, ['lucia']),
  workspace('packages/i18n', { '.': './src/index.ts' }, ['@saubac/domain']),
  workspace('packages/testing', byFolder, ['@saubac/db']),
  workspace('plugins/seats', { '.': './src/plugin.ts' }, ['@saubac/domain', '@saubac/plugin-api', 'zod']),
];

const judge = (path: string, specifier: string, typesOnly = false) => judgeImport(path, { specifier, typesOnly }, all);

describe('an import', () => {
  it.each([
    ['packages/db/src/people/people.ts', '@saubac/domain/values'],
    ['packages/db/src/people/people.ts', '../units/units.ts'],
    ['packages/db/src/people/people.ts', 'postgres'],
    ['packages/db/src/people/people.ts', 'node:fs'],
    ['packages/db/src/people/people.db.test.ts', '@saubac/testing/cluster'],
    ['packages/i18n/src/words.ts', '@saubac/domain/values'],
    ['packages/auth/src/sessions/lucia.ts', 'lucia'],
    ['plugins/seats/src/plugin.ts', '@saubac/plugin-api'],
  ])('of %s may name %s', (path, specifier) => {
    expect(judge(path, specifier)).toBeUndefined();
  });

  it.each([
    ['packages/domain/src/plan/plan.ts', '@saubac/db/people', 'may not import db'],
    ['packages/domain/src/plan/plan.ts', 'node:fs', 'no module of Node'],
    ['packages/domain/src/plan/plan.ts', 'postgres', 'only these packages of others: zod'],
    ['packages/db/src/people/people.ts', '@saubac/domain/values/ids', 'not exported'],
    ['packages/db/src/people/people.ts', '../../../domain/src/values/ids.ts', 'import the other package by its name'],
    ['packages/db/src/people/people.ts', 'hono', 'not among the dependencies'],
    ['packages/db/src/people/people.ts', '@saubac/plugin-api', 'types only'],
    ['packages/plugin-api/src/index.ts', '@saubac/i18n', 'may not import i18n'],
    ['deploy/count.ts', '@saubac/domain/values', 'stands outside'],
    ['deploy/count.ts', '../packages/domain/src/values/index.ts', 'stands outside'],
    ['packages/testing/src/cluster/cluster.ts', '@saubac/domain/values', 'not among the dependencies'],
    ['packages/db/src/people/people.ts', '@saubac/testing/cluster', 'for tests only'],
    ['packages/i18n/src/words.ts', '@saubac/domain/rules', 'only @saubac/domain/values'],
    ['plugins/seats/src/plugin.ts', '@saubac/db/people', 'may not import db'],
    ['packages/auth/src/passwords/sign-in.ts', 'lucia', 'stands behind packages/auth/src/sessions/'],
    ['packages/db/src/people/people.db.test.ts', 'lucia', 'stands behind packages/auth/src/sessions/'],
  ])('of %s may not name %s', (path, specifier, reason) => {
    expect(judge(path, specifier)).toContain(reason);
  });

  it('of types is enough where only types may be imported', () => {
    expect(judge('packages/db/src/people/people.ts', '@saubac/plugin-api', true)).toBeUndefined();
  });
});
