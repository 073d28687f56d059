import { addDays, type DatedRoot, type IsoDate, subtreesOf, type UnitId, type UnitScope } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { days, storeWorld, worlds } from '@saubac/testing/worlds';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { personInside } from '../access/index.ts';
import type { TenantDb } from '../tenancy/index.ts';
import { peopleIdsInside } from './index.ts';

const undone = new Error('undone');
let cluster: TestCluster;
let db: TenantDb;
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterAll(() => cluster.close());

const anyUnit = fc.constantFrom('0', '1', '2', '3', '4').map((it) => `10000000-0000-7000-8000-00000000000${it}` as UnitId);
const anyRoot: fc.Arbitrary<DatedRoot> = fc.tuple(anyUnit, days, fc.nat({ max: 900 })).map(([unit, from, length]) => ({ unit, from, to: addDays(from, length) }));
const scopes = fc.tuple(fc.uniqueArray(anyUnit, { maxLength: 2 }), fc.array(anyRoot, { maxLength: 2 })).map(([roots, dated]) => subtreesOf(roots, dated) as UnitScope & { kind: 'subtrees' });

it('gives for lists the people whom the scope shows one by one', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, scopes, fc.array(days, { minLength: 3, maxLength: 3 }), (world, scope, dates) =>
      db
        .transaction(async (tx) => {
          await storeWorld(tx, world);
          const ids = async (on: IsoDate, condition: ReturnType<typeof sql>) => (await tx.execute<{ id: string }>(sql`select p.id from people p where ${condition} order by p.id`)).map(({ id }) => `${on} ${id}`);
          for (const on of dates) expect(await ids(on, sql`p.id = any(${peopleIdsInside(scope, on)})`)).toEqual(await ids(on, personInside(sql`p.id`, scope, on)));
          throw undone;
        })
        .catch((error: unknown) => {
          if (error !== undone) throw error;
        }),
    ),
    { numRuns: 30, endOnFailure: true },
  );
});
