import { defineConfig } from 'vitest/config';

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
          include: testFiles('.db.test.ts'),
          globalSetup: ['packages/testing/src/cluster/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
