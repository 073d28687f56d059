import { type CountedTarget, type Population, sumOfCounts } from '@saubac/domain/targets';
import { placeOn } from '@saubac/domain/access';
import { followedTo, splitsBetween } from '@saubac/domain/unit-changes';
import { everything, isoDate, share } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { days, inWorld, rules, worlds } from '@saubac/testing/worlds';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { unitTopology } from '../access/index.ts';
import { coreSources } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';
import { followedQuery, progressQuery, unitsQuery } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterAll(() => cluster.close());

const populations: fc.Arbitrary<Population> = fc.record({ subjects: rules, exclusions: rules });
const targets: fc.Arbitrary<CountedTarget> = fc.record({
  id: fc.constant('t'), milestone: fc.constant(isoDate('2025-12-31')), goal: fc.constant(share(2_500)), cohort: rules, reachedWhen: rules, focus: fc.option(rules), extra: fc.option(rules),
});
const index = fc.constantFrom(0, 1, 2, 3, 4);
// Any unit may be followed by any, on the day on which it ends for good; null: by nothing.
const heirs = fc.array(fc.tuple(index, fc.option(index)), { maxLength: 7 });
const id = (it: number): string => `10000000-0000-7000-8000-00000000000${it}`;

describe('a target as the units are now', () => {
  it('counts everybody once, under a unit that stands or under none, so that the sums agree with those of the day', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, populations, targets, days, days, heirs, (world, population, target, one, other, successions) =>
        inWorld(db, world, async (tx) => {
          const [from, to] = one < other ? [one, other] : [other, one];
          for (const [unit, heir] of successions) {
            await tx.execute(sql`
              insert into unit_successions (from_unit_id, to_unit_id, on_date, kind)
              select u.id, ${heir === null ? null : id(heir)}::uuid, max(upper(v.valid)), 'merge' from units u join unit_versions v on v.unit_id = u.id
              where u.id = ${id(unit)}::uuid and (${heir === null ? null : id(heir)}::uuid is null or exists (select 1 from units h where h.id = ${heir === null ? null : id(heir)}::uuid)) group by u.id having bool_and(upper(v.valid) < '9000-01-01')
              on conflict do nothing`);
          }
          const topology = await unitTopology(tx as never, []);
          const asked = { on: from, states: ['verified'], governmentLevels: [] };
          const territory = { scope: everything, planUnits: [], unit: null };
          const whole = progressQuery(population, [target], coreSources, territory, asked);
          const total = whole.read((await tx.execute(whole.statement))[0] ?? {})[0];
          const then = unitsQuery(population, target, coreSources, territory, asked, { kind: 'top' });
          expect(sumOfCounts((await tx.execute(then.statement)).map((it) => then.read(it).counts))).toEqual(total);
          const query = followedQuery(population, target, coreSources, territory, asked, splitsBetween(topology, { from, to }));
          const groups = (await tx.execute(query.statement)).map((it) => query.read(it));
          const placed = groups.map((it) => ({ ...it, to: followedTo(topology, it.unit, { from, to }, (day) => it.later.get(day) ?? null) }));
          // Facts of which nothing is unknown in any group stand in none of them.
          expect(groups.length === 0 ? { ...total, unknown: {} } : sumOfCounts(placed.map(({ counts }) => counts))).toEqual(groups.length === 0 ? { ...sumOfCounts([]), unknown: {} } : total);
          for (const it of placed) {
            if (it.to.kind === 'unit') expect(placeOn(topology, it.to.unit, to)).toBeDefined();
            if (placeOn(topology, it.unit, to)) expect(it.to).toEqual({ kind: 'unit', unit: it.unit });
          }
        }),
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
