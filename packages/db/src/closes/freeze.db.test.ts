import { explainThen, figuresByUnit, figuresOver, hasBit, idAt, certificateAt, sizeOfIds, truthsAt } from '@saubac/domain/closes';
import { type CountedTarget, denominatorRule, type Population } from '@saubac/domain/targets';
import { everything, isoDate, share } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { days, inWorld, modelOf, rules, worlds } from '@saubac/testing/worlds';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { coreSources } from '../rules/index.ts';
import { progressQuery, reachedRule } from '../targets/index.ts';
import type { TenantDb } from '../tenancy/index.ts';
import { freezeQuery } from './index.ts';

const territory = { scope: everything, planUnits: [], unit: null };
const states = ['verified'];

let cluster: TestCluster;
let db: TenantDb;
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterAll(() => cluster.close());

const populations: fc.Arbitrary<Population> = fc.record({ subjects: rules, exclusions: rules });
const targets: fc.Arbitrary<CountedTarget> = fc.record({
  id: fc.constant('t'),
  milestone: fc.constantFrom(isoDate('2025-12-31'), isoDate('2030-12-31')),
  goal: fc.constant(share(2_500)),
  cohort: rules,
  reachedWhen: fc.oneof(fc.integer({ min: 1, max: 6 }).map((it) => ({ fact: 'level', atLeast: it, languages: 'any' as const })), fc.constant(3).map((it) => ({ fact: 'level', atLeast: it, languages: ['en'] }))),
  focus: fc.option(rules),
  extra: fc.option(rules),
});

it('freezes of any world what the figures of the day are counted from, and explains it alike', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, populations, fc.array(targets, { minLength: 4, maxLength: 4 }), days, fc.boolean(), (world, population, some, on, extraMeasurable) =>
      inWorld(db, world, async (tx) => {
        const asked = { on, states, governmentLevels: [] };
        const query = freezeQuery({ population, targets: some, sources: coreSources, territory, asked, extraMeasurable });
        const rows = query.read((await tx.execute(query.statement))[0] ?? {});
        const progress = progressQuery(population, some, coreSources, territory, asked);
        const counts = progress.read((await tx.execute(progress.statement))[0] ?? {});
        const present = world.people.filter((it) => modelOf(world, it, on, isoDate('2025-12-31'), states)).map((it) => it.id).toSorted();
        const size = sizeOfIds(rows.ids);
        expect(Array.from({ length: size }, (_, place) => idAt(rows.ids, place))).toEqual(present);
        some.forEach((target, index) => {
          const { sets } = rows.targets[index]!;
          const counted = counts[index]!;
          const waiting = target.extra !== null && !extraMeasurable;
          expect(figuresOver(figuresByUnit(sets, new Uint16Array(size)), 'all')).toEqual({
            ...counted,
            ...(waiting ? { numerator: counted.plain, focusNumerator: counted.focusPlain } : {}),
            unknown: Object.fromEntries(Object.entries(counted.unknown).filter(([, people]) => people > 0)),
          });
          for (let place = 0; place < size; place += 1) {
            const truths = truthsAt(rows.conditions, place);
            const inside = explainThen(denominatorRule(population, target), target.milestone, truths);
            expect(hasBit(sets.denominator, place)).toBe(inside.holds);
            expect(hasBit(sets.reached, place)).toBe(inside.holds && explainThen(reachedRule(target, extraMeasurable), target.milestone, truths).holds);
            const held = certificateAt(rows.levels[rows.targets[index]!.levels]!, place);
            if (hasBit(sets.plain ?? sets.reached, place)) expect(held).not.toBeNull();
          }
        });
      }),
    ),
    { numRuns: 25, endOnFailure: true },
  );
});
