import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['{packages,apps,plugins}/*/{src,test}/**/*.test.ts', 'plugins/*/*.test.ts'], exclude: ['**/*.db.test.ts', '**/node_modules/**'] } },
      {
        test: {
          name: 'db',
          include: ['{packages,apps,plugins}/*/{src,test}/**/*.db.test.ts'],
          globalSetup: ['packages/testing/src/cluster/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
