import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlugins, demoState, markDemo, markDemoPlugin } from './index.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await cloneDatabase();
});
afterAll(() => cluster.close());

describe('the mark of sample data', () => {
  it('is absent at first, and follows the loading of one tenant only', async () => {
    await cluster.withTenant('alpha', async ({ db }) => {
      expect(await demoState(db)).toBeUndefined();
      await markDemo(db, 'begun');
      expect(await demoState(db)).toBe('begun');
      await markDemo(db, 'whole');
      expect(await demoState(db)).toBe('whole');
    });
    expect(await cluster.withTenant('beta', ({ db }) => demoState(db))).toBeUndefined();
  });

  it('names each plugin that was set up once', async () => {
    await cluster.withTenant('alpha', async ({ db }) => {
      expect(await demoPlugins(db)).toEqual([]);
      for (const plugin of ['one', 'two', 'one']) await markDemoPlugin(db, plugin);
      expect(await demoPlugins(db)).toEqual(['one', 'two']);
    });
  });
});
