import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// What tests start beside themselves (threads that read workbooks, servers, commands) compiles its sources once, as it does in the product.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/node');

const testFiles = (ending: string) => [`{packages,apps,plugins}/*/{src,test}/**/*${ending}`, `plugins/*/*${ending}`];

export default defineConfig({
  test: {
    projects: [
      // Unit tests change nothing outside themselves, so they may share what they import: four times as fast.
      // The time is for a machine that does much else; what is slow shows in the bench.
      { test: { name: 'unit', isolate: false, testTimeout: 60_000, include: testFiles('.test.ts'), exclude: [...testFiles('.db.test.ts'), '**/node_modules/**'] } },
      {
        test: {
          name: 'db',
          // Each file has a database of its own and closes what it opens; what they import is shared.
          isolate: false,
          // Also what they start begins as the product's own commands do.
          execArgv: ['-r', join(import.meta.dirname, 'packages/tooling/src/require-node.cjs')],
          include: testFiles('.db.test.ts'),
          globalSetup: ['packages/testing/src/cluster/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // After the unit tests where both are run at once, as for one plugin.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
