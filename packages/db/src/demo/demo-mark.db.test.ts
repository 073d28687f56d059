import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDemoLoaded, markDemoLoaded } from './demo-mark.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await cloneDatabase();
});
afterAll(() => cluster.close());

describe('the mark of loaded sample data', () => {
  it('is absent at first, is set once and for one tenant only', async () => {
    await cluster.withTenant('alpha', async ({ db }) => {
      expect(await isDemoLoaded(db)).toBe(false);
      await markDemoLoaded(db);
      await markDemoLoaded(db);
      expect(await isDemoLoaded(db)).toBe(true);
    });
    expect(await cluster.withTenant('beta', ({ db }) => isDemoLoaded(db))).toBe(false);
  });
});
