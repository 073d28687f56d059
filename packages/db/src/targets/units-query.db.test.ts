import { type CountedTarget, type Population, sumOfCounts, type TargetCounts } from '@saubac/domain/targets';
import { everything, share, subtreesOf, type UnitId, type UnitScope, isoDate } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { days, inWorld, open, rules, type World, worlds } from '@saubac/testing/worlds';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { coreSources } from '../rules/index.ts';
import type { TenantDb, TenantTx } from '../tenancy/index.ts';
import { progressQuery, type UnitsBelow, unitsQuery } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterAll(() => cluster.close());

const states = ['verified'];
const unitId = (index: number): UnitId => `10000000-0000-7000-8000-00000000000${index}` as UnitId;
const indexes = fc.constantFrom(0, 1, 2, 3, 4);
const unitsOfWorld = fc.subarray([0, 1, 2, 3, 4]).map((some) => some.map(unitId));
const populations: fc.Arbitrary<Population> = fc.record({ subjects: rules, exclusions: rules });
const targets: fc.Arbitrary<CountedTarget> = fc.record({
  id: fc.constant('t'),
  milestone: fc.constant(isoDate('2025-12-31')),
  goal: fc.constant(share(2_500)),
  cohort: rules,
  reachedWhen: rules,
  focus: fc.option(rules),
  extra: fc.option(rules),
});

type UnitRow = { code: string; path: string };

const unitsOf = async (tx: TenantTx, on: string): Promise<UnitRow[]> => [
  ...(await tx.execute<UnitRow>(sql`select u.code, v.path from unit_versions v join units u on u.id = v.unit_id where v.valid @> ${on}::date order by v.path`)),
];

describe('a target unit by unit', () => {
  const table = (population: Population, target: CountedTarget, on: ReturnType<typeof isoDate>, planUnits: UnitId[], tx: TenantTx) => {
    const asked = { on, states, governmentLevels: [] };
    const whole = async (scope: UnitScope, unit: UnitId | null): Promise<TargetCounts | undefined> => {
      const query = progressQuery(population, [target], coreSources, { scope, planUnits, unit }, asked);
      return query.read((await tx.execute(query.statement))[0] ?? {})[0];
    };
    const rowsOf = async (scope: UnitScope, unit: UnitId | null, below: UnitsBelow) => {
      const query = unitsQuery(population, target, coreSources, { scope, planUnits, unit }, asked, below);
      return (await tx.execute(query.statement)).map((it) => query.read(it));
    };
    return { whole, rowsOf };
  };

  it('has in each row what is counted for that unit alone, and adds up to the unit asked about', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, populations, targets, days, unitsOfWorld, indexes, (world, population, target, on, planUnits, index) =>
        inWorld(db, world, async (tx) => {
          const { whole, rowsOf } = table(population, target, on, planUnits, tx);
          const units = await unitsOf(tx, on);
          const asked = units.find((it) => it.code === `U${index}`);
          if (!asked) return;
          const rows = await rowsOf(everything, unitId(index), { kind: 'unit', path: asked.path });
          expect(sumOfCounts(rows.map((it) => it.counts))).toEqual(await whole(everything, unitId(index)));
          expect(rows.filter((it) => it.unit === null)).toHaveLength(1);
          const inside = units.filter((it) => it.path.startsWith(asked.path) && it.code !== asked.code);
          const below = inside.filter((it) => !inside.some((other) => other.code !== it.code && it.path.startsWith(other.path)));
          if (planUnits.length === 0) expect(rows.flatMap((it) => it.unit?.code ?? []).toSorted()).toEqual(below.map((it) => it.code).toSorted());
          for (const { unit, counts } of rows) {
            if (!unit) continue;
            expect(counts).toEqual(await whole(everything, unitId(Number(unit.code.slice(1)))));
            expect(unit.hasUnits).toBe(inside.some((it) => it.code !== unit.code && it.path.startsWith(units.find((other) => other.code === unit.code)?.path ?? '?')));
          }
        }),
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('begins at the top, or with the units that the caller may see, each person in one row', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, populations, targets, days, unitsOfWorld, (world, population, target, on, roots) =>
        inWorld(db, world, async (tx) => {
          const { whole, rowsOf } = table(population, target, on, [], tx);
          const top = await rowsOf(everything, null, { kind: 'top' });
          expect(sumOfCounts(top.map((it) => it.counts))).toEqual(await whole(everything, null));
          const scope = subtreesOf(roots);
          const rows = await rowsOf(scope, null, { kind: 'scope' });
          expect(sumOfCounts(rows.map((it) => it.counts))).toEqual(rows.length === 0 ? sumOfCounts([]) : await whole(scope, null));
          for (const { unit, counts } of rows) expect(counts).toEqual(await whole(scope, unitId(Number(unit?.code.slice(1)))));
        }),
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('loses nobody whose unit is managed by one that has ended', async () => {
    const from = isoDate('2000-01-01');
    const version = { tier: 'province', bodyKind: 'state', field: null, needsLanguage: null, from, to: open };
    const world: World = {
      units: [
        { code: 'U0', versions: [{ ...version, parent: null }] },
        { code: 'U1', versions: [{ ...version, parent: 'U0', to: isoDate('2024-01-01') }] },
        { code: 'U2', versions: [{ ...version, parent: 'U1' }] },
      ],
      posts: [],
      people: [{ id: '00000000-0000-7000-8000-000000000000', birth: null, main: [{ unit: 'U2', post: null, kind: 'cadre', rank: null, officeRank: null, leader: null, from, to: open }], planned: [], list: [], certificates: [] }],
      adopted: [],
      proofs: [],
    };
    const target: CountedTarget = { id: 't', milestone: isoDate('2025-12-31'), goal: share(2_500), cohort: { all: [] }, reachedWhen: { all: [] }, focus: null, extra: null };
    await inWorld(db, world, async (tx) => {
      const heads = async (on: string) => {
        const rows = await table({ subjects: { all: [] }, exclusions: { any: [] } }, target, isoDate(on), [], tx).rowsOf(everything, null, { kind: 'top' });
        return rows.map((it) => [it.unit?.code, it.counts.denominator]);
      };
      expect(await heads('2023-12-31')).toEqual([['U0', 1]]);
      expect(await heads('2024-01-01')).toEqual([['U0', 0], ['U2', 1]]);
    });
  });
});
