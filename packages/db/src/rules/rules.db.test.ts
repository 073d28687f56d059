import { coreFacts, officeRankPositions } from '@saubac/domain/people';
import { definitionsById, holds, truthOf } from '@saubac/domain/rules';
import { type CountedTarget, denominatorRule, type Population } from '@saubac/domain/targets';
import { everything, isoDate, share, subtreesOf, type UnitId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { days, inWorld, modelOf, rules, worlds } from '@saubac/testing/worlds';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { factColumns, peopleQuery, progressQuery } from '../targets/index.ts';
import type { TenantDb } from '../tenancy/index.ts';
import { lookedUp } from '../units/index.ts';
import { compileRule, coreSources, peopleOn } from './index.ts';

const definitions = definitionsById(coreFacts);
const territory = { scope: everything, planUnits: [], unit: null };
const milestone = isoDate('2025-12-31');
const states = ['verified'];

let cluster: TestCluster;
let db: TenantDb;
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterAll(() => cluster.close());

describe('a rule in SQL', () => {
  it('comes to the same answer as the evaluator for every person, on any date, unknown facts included', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(rules, { minLength: 12, maxLength: 12 }), fc.array(days, { minLength: 3, maxLength: 3 }), (world, some, dates) =>
        inWorld(db, world, async (tx) => {
          for (const on of dates) {
            const asked = { on, states, governmentLevels: [] };
            const columns = some.flatMap((rule, index) => [
              sql`coalesce(${compileRule(rule, coreSources, asked, milestone, 'holds')}, false) as ${sql.raw(`h${index}`)}`,
              sql`${compileRule(rule, coreSources, asked, milestone, 'truth')} as ${sql.raw(`t${index}`)}`,
            ]);
            const rows = await tx.execute<Record<string, unknown>>(sql`select a.person_id as id, ${sql.join(columns, sql`, `)} ${peopleOn(some, coreSources, territory, asked)}`);
            const found = new Map(rows.map((row) => [row['id'], row]));
            for (const person of world.people) {
              const read = modelOf(world, person, on, milestone, states);
              const row = found.get(person.id);
              expect(row !== undefined, `${person.id} present on ${on}`).toBe(read !== undefined);
              if (!row || !read) continue;
              some.forEach((rule, index) => {
                expect(row[`h${index}`], `${JSON.stringify(rule)} on ${on}`).toBe(holds(rule, definitions, read));
                expect(row[`t${index}`], `truth of ${JSON.stringify(rule)} on ${on}`).toBe(truthOf(rule, definitions, read));
              });
            }
          }
        }),
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('reads every fact as the model does, so that an explanation shows what was counted', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(rules, { minLength: 8, maxLength: 8 }), days, (world, some, on) =>
        inWorld(db, world, async (tx) => {
          const asked = { on, states, governmentLevels: [] };
          const columns = factColumns(some, coreSources, asked, milestone);
          if (columns.list.length === 0) return;
          const rows = await tx.execute<Record<string, unknown>>(sql`select a.person_id as id, ${sql.join(columns.list, sql`, `)} ${peopleOn(some, coreSources, territory, asked)}`);
          for (const row of rows) {
            const person = world.people.find((one) => one.id === row['id']);
            const read = person && modelOf(world, person, on, milestone, states);
            for (const rule of some) expect(holds(rule, definitions, columns.reader(row))).toBe(read && holds(rule, definitions, read));
          }
        }),
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });
});

const populations: fc.Arbitrary<Population> = fc.record({ subjects: rules, exclusions: rules });
const targets: fc.Arbitrary<CountedTarget> = fc.record({
  id: fc.constant('t'),
  milestone: fc.constant(milestone),
  goal: fc.constant(share(2_500)),
  cohort: rules,
  reachedWhen: rules,
  focus: fc.option(rules),
  extra: fc.option(rules),
});

describe('all targets in one SELECT', () => {
  it('count what the evaluator counts person by person, with the heads that a missing fact may concern', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, populations, fc.array(targets, { minLength: 1, maxLength: 6 }), days, (world, population, some, on) =>
        inWorld(db, world, async (tx) => {
          const query = progressQuery(population, some, coreSources, territory, { on, states, governmentLevels: [] });
          const counts = query.read((await tx.execute(query.statement))[0] ?? {});
          const readers = world.people.flatMap((person) => modelOf(world, person, on, milestone, states) ?? []);
          some.forEach((target, index) => {
            const inside = readers.filter((read) => holds(denominatorRule(population, target), definitions, read));
            const plain = inside.filter((read) => holds(target.reachedWhen, definitions, read));
            const { extra, focus } = target;
            const reached = extra ? plain.filter((read) => holds(extra, definitions, read)) : plain;
            const focused = (among: typeof inside) => (focus ? among.filter((read) => holds(focus, definitions, read)).length : 0);
            expect(counts[index]).toMatchObject({ denominator: inside.length, plain: plain.length, numerator: reached.length, focusDenominator: focused(inside), focusNumerator: focused(reached), focusPlain: focused(plain) });
            for (const [fact, count] of Object.entries(counts[index]?.unknown ?? {})) {
              const possible = readers.filter((read) => truthOf(denominatorRule(population, target), definitions, read) === null);
              if (fact !== 'age') expect(count, fact).toBe(possible.filter((read) => read({ fact, is: true }) === null).length);
            }
          });
        }),
      ),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('lists exactly the people it counts, page after page, in the order of their names', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, populations, targets, days, (world, population, target, on) =>
        inWorld(db, world, async (tx) => {
          const asked = { on, states, governmentLevels: [] };
          const query = progressQuery(population, [target], coreSources, territory, asked);
          const [counts] = query.read((await tx.execute(query.statement))[0] ?? {});
          const listed = async (group: 'cohort' | 'reached' | 'missing'): Promise<string[]> => {
            const ids: string[] = [];
            for (let after = null as null | { nameSort: string; id: never }; ; ) {
              const page = peopleQuery(population, target, group, coreSources, territory, asked, { after, limit: 5, extraMeasurable: true });
              const rows = [...(await tx.execute(page.statement))].map((row) => page.read(row));
              ids.push(...rows.map((row) => row.id));
              const last = rows.at(-1);
              if (rows.length < 5 || !last) return ids;
              after = { nameSort: last.nameSort, id: last.id as never };
            }
          };
          const [cohort, reached, missing] = [await listed('cohort'), await listed('reached'), await listed('missing')];
          expect(cohort).toHaveLength(counts?.denominator ?? -1);
          expect(reached).toHaveLength(counts?.numerator ?? -1);
          expect([...reached, ...missing].toSorted()).toEqual(cohort.toSorted());
          expect(cohort).toEqual(cohort.toSorted());
        }),
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });
});

describe('a territory', () => {
  const unitsOfWorld = fc.subarray([0, 1, 2, 3, 4]).map((some) => some.map((it) => `10000000-0000-7000-8000-00000000000${it}` as UnitId));

  it('lets nobody through whose unit on the date lies outside the scope, the plan or the unit asked about', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, days, unitsOfWorld, unitsOfWorld, fc.option(fc.constantFrom(0, 1, 2, 3, 4)), (world, on, roots, planUnits, unit) =>
        inWorld(db, world, async (tx) => {
          const codesOf = (ids: readonly UnitId[]) => ids.map((id) => `U${id.at(-1)}`);
          const asked = { on, states, governmentLevels: [] };
          const within = { scope: subtreesOf(roots), planUnits, unit: unit === null ? null : (`10000000-0000-7000-8000-00000000000${unit}` as UnitId) };
          const rows = await tx.execute<{ id: string }>(sql`select a.person_id as id ${peopleOn([], coreSources, within, asked)}`);
          const byUnits = await tx.execute<{ id: string }>(sql`select a.person_id as id ${peopleOn([], coreSources, await lookedUp(tx, within, on), asked)}`);
          expect(byUnits.map((row) => row.id).toSorted()).toEqual(rows.map((row) => row.id).toSorted());
          const expected = world.people.filter((person) => {
            const path = modelOf(world, person, on, milestone, states)?.({ fact: 'unit', within: ['U0'] });
            if (!Array.isArray(path)) return false;
            // A unit that does not exist on the date has no subtree on it.
            const exists = (code: string) => world.units.some((it) => it.code === code && it.versions.some((row) => row.from <= on && on < row.to));
            const below = (codes: readonly string[]) => codes.some((code) => exists(code) && path.includes(code));
            return below(codesOf(roots)) && (planUnits.length === 0 || below(codesOf(planUnits))) && (unit === null || below([`U${unit}`]));
          });
          expect(rows.map((row) => row.id).toSorted()).toEqual(expected.map((person) => person.id).toSorted());
        }),
      ),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

describe('the ranks of offices', () => {
  it('stand in the reference where the rules think they stand', async () => {
    const rows = await db.execute<{ code: string; position: number }>(sql`select code, position from platform.office_ranks order by position`);
    expect(Object.fromEntries(rows.map((row) => [row.code, row.position]))).toEqual(officeRankPositions);
  });
});
