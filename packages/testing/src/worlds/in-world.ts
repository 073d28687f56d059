import type { TenantDb, TenantTx } from '@saubac/db/tenancy';

import { storeWorld } from './store.ts';
import type { World } from './world.ts';

const undone = new Error('undone');

/** Works in a world that is gone afterwards. */
export const inWorld = async (db: TenantDb, world: World, work: (tx: TenantTx) => Promise<void>): Promise<void> => {
  await db
    .transaction(async (tx) => {
      await storeWorld(tx, world);
      await work(tx);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
};
