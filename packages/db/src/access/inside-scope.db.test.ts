import { isInside } from '@saubac/domain/access';
import { addDays, type DatedRoot, type IsoDate, isoDate, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { days, open, storeWorld, type World, type WorldPerson, worlds } from '@saubac/testing/worlds';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { findPerson } from '../people/index.ts';
import type { TenantDb, TenantTx } from '../tenancy/index.ts';
import { listUnits, unitOn } from '../units/index.ts';
import { heldRoles, personInside, unitInside, unitTopology } from './index.ts';

const undone = new Error('undone');
let cluster: TestCluster;
let db: TenantDb;
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterAll(() => cluster.close());

/** Works in a tenant that is as it was afterwards. */
const undoing = async (work: (tx: TenantTx) => Promise<void>): Promise<void> => {
  await db
    .transaction(async (tx) => {
      await work(tx);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
};

const unitId = (code: string): UnitId => `10000000-0000-7000-8000-00000000000${code.slice(1)}` as UnitId;
const anyUnit = fc.constantFrom('U0', 'U1', 'U2', 'U3', 'U4').map(unitId);
const anyRoot: fc.Arbitrary<DatedRoot> = fc.tuple(anyUnit, fc.option(days, { nil: '-infinity' as const }), fc.option(days, { nil: 'infinity' as const })).map(([unit, from, to]) => ({ unit, from, to }));
const scopes = fc.tuple(fc.uniqueArray(anyUnit, { maxLength: 2 }), fc.array(anyRoot, { maxLength: 2 })).map(([roots, dated]) => subtreesOf(roots, dated));

/** The posts that say whether somebody is seen on a date, and the day on which each is looked at. */
const decidingPosts = ({ main }: WorldPerson, on: IsoDate): { unit: UnitId; day: IsoDate }[] => {
  const post = (row: WorldPerson['main'][number] | undefined, day: (it: WorldPerson['main'][number]) => IsoDate) => (row ? [{ unit: unitId(row.unit), day: day(row) }] : []);
  const held = main.find((it) => it.from <= on && on < it.to);
  if (held) return post(held, () => on);
  const past = main.filter((it) => it.to <= on && it.to !== open).toSorted((a, b) => (a.to < b.to ? 1 : -1))[0];
  return past ? post(past, (it) => addDays(it.to, -1)) : post(main.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0], (it) => it.from);
};

describe('a scope in SQL', () => {
  it('holds the same units as the pure scope, on any date', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, fc.array(days, { minLength: 3, maxLength: 3 }), (world, scope, dates) =>
        undoing(async (tx) => {
          await storeWorld(tx, world);
          const topology = await unitTopology(tx, []);
          for (const on of dates) {
            const rows = await tx.execute<{ id: UnitId }>(sql`select u.id from units u where ${unitInside(sql`u.id`, scope, on)} order by u.id`);
            expect(rows.map(({ id }) => id)).toEqual(world.units.map(({ code }) => unitId(code)).filter((it) => isInside(topology, scope, it, on)));
          }
        }),
      ),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('shows a person by the post he holds, else the last one, else the first to come, each as its unit stood then', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, fc.array(days, { minLength: 3, maxLength: 3 }), (world, scope, dates) =>
        undoing(async (tx) => {
          await storeWorld(tx, world);
          const topology = await unitTopology(tx, []);
          for (const on of dates) {
            const rows = await tx.execute<{ id: string }>(sql`select p.id from people p where ${personInside(sql`p.id`, scope, on)} order by p.id`);
            const expected = world.people.filter((it) => decidingPosts(it, on).some(({ unit, day }) => isInside(topology, scope, unit, day)));
            expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id).toSorted());
          }
        }),
      ),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('is the same for looking up one person, one unit, and the list of units', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, days, (world: World, scope, on) =>
        undoing(async (tx) => {
          await storeWorld(tx, world);
          const topology = await unitTopology(tx, []);
          const listed = (await listUnits(tx as never, scope, on, undefined)).map(({ code }) => code);
          expect(listed.toSorted()).toEqual(world.units.map(({ code }) => code).filter((it) => isInside(topology, scope, unitId(it), on)));
          for (const { code } of world.units) expect((await unitOn(tx as never, scope, code, on)) !== undefined).toBe(listed.includes(code));
          for (const person of world.people.slice(0, 6)) {
            const found = await findPerson(tx as never, scope, person.id, on);
            expect(found !== undefined).toBe(decidingPosts(person, on).some(({ unit, day }) => isInside(topology, scope, unit, day)));
          }
        }),
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

describe('the roles somebody holds', () => {
  const user = '40000000-0000-7000-8000-000000000001' as UserId;
  const on = isoDate('2026-03-01');
  const place = (id: string, path: string, from: string, to: string | null) => sql`insert into unit_versions (unit_id, valid, name, path, tier, body_kind) values (${id}::uuid, daterange(${from}::date, ${to}::date), ${path}, ${path}, 'province', 'state')`;

  it('are those of the day, each with the units that its grant reaches: its line, and whatever followed a unit', async () => {
    await undoing(async (tx) => {
      const [a, b, c] = ['U1', 'U2', 'U3'].map(unitId);
      await tx.execute(sql`insert into units (id, code) values (${a}::uuid, 'A'), (${b}::uuid, 'B'), (${c}::uuid, 'C')`);
      await tx.execute(place(a ?? '', 'A/', '2020-01-01', '2025-07-01'));
      await tx.execute(place(b ?? '', 'B/', '2025-07-01', null));
      await tx.execute(place(c ?? '', 'C/', '2020-01-01', null));
      await tx.execute(sql`insert into unit_successions (from_unit_id, to_unit_id, on_date, kind) values (${a}::uuid, ${b}::uuid, '2025-07-01', 'rename')`);
      await tx.execute(sql`insert into unit_lines (unit_id, line, to_unit_id, valid_from) values (${c}::uuid, 'budgets-through', ${b}::uuid, '2025-01-01')`);
      await tx.execute(sql`
        insert into grants (user_id, role, unit_id, line, valid_from, valid_to) values
          (${user}::uuid, 'agency-officer', ${a}::uuid, 'uses', '2024-01-01', 'infinity'), (${user}::uuid, 'finance', ${b}::uuid, 'budgets-through', '2024-01-01', 'infinity'),
          (${user}::uuid, 'auditor', null, 'uses', '2026-03-01', 'infinity'), (${user}::uuid, 'operator', null, 'uses', '2024-01-01', '2026-03-01')`);
      const held = await heldRoles(tx, user, on);
      expect(held.map(({ role }) => role)).toEqual(['agency-officer', 'auditor', 'finance']);
      expect(held[0]?.scope).toEqual(subtreesOf([a as UnitId], [{ unit: b as UnitId, from: isoDate('2025-07-01'), to: 'infinity' }]));
      expect(held[1]?.scope.kind).toBe('everything');
      expect(held[2]?.scope).toEqual(subtreesOf([], [{ unit: c as UnitId, from: isoDate('2025-07-01'), to: 'infinity' }]));
      expect(await heldRoles(tx, '40000000-0000-7000-8000-000000000002' as UserId, on)).toEqual([]);
    });
  });
});
