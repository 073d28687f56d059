import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { periodOn, type Posting, type UnitValue } from '../people/index.ts';
import { type IsoDate, isoDate } from '../values/index.ts';
import { decideChange, type Holding, type KnownUnits, type PersonMove, type UnitOperation } from './index.ts';

const on = isoDate('2025-07-01');
const long = isoDate('2010-01-01');
const today = isoDate('2025-06-01');
const value = (parent: string | null, more: Partial<UnitValue> = {}): UnitValue => ({ name: 'n', parent, officialCode: null, tier: 'province', bodyKind: 'state', field: null, needsLanguage: null, reportsTo: null, budgetsThrough: null, ...more });
const tiers = new Map([['province', { from: '1900-01-01', to: 'infinity' }], ['commune', { from: '1900-01-01', to: 'infinity' }], ['district', { from: '1900-01-01', to: '2025-07-01' }]]);
const known = (units: Record<string, UnitValue>): KnownUnits => ({ tiers, units: new Map(Object.entries(units).map(([code, it]) => [code, [{ from: long, to: 'infinity' as const, value: it }]])) });
const world = known({ R: value(null), A: value('R'), B: value('R'), A1: value('A'), D: value('R', { tier: 'district' }), X: value('R', { reportsTo: 'A' }) });

const posting = (unit: string, post: string | null = null): Posting => ({ unit, post, kind: 'civil-servant', rank: null, office: null, officeRank: null, leader: null });
const held = (id: string, person: string, unit: string, more: Partial<Holding> & { post?: string } = {}): Holding => {
  const { post, ...rest } = more;
  return { id, person, main: true, from: long, to: 'infinity', value: posting(unit, post ?? null), ...rest };
};
const decide = (operations: readonly UnitOperation[], holdings: readonly Holding[] = [], moves: readonly PersonMove[] = [], state = world, why: string | null = null) => decideChange(state, holdings, { operations, moves }, { today, why });
const change = (...args: Parameters<typeof decide>) => {
  const { change: made, refusals } = decide(...args);
  if (!made) throw new Error(JSON.stringify(refusals));
  return made;
};
const kinds = (...args: Parameters<typeof decide>) => decide(...args).refusals.map((it) => `${it.list} ${it.row} ${it.column} ${it.kind}`);
const merge = (units: string[], into: string, row = 1): UnitOperation => ({ row, on, op: 'merge', units, into });

describe('a merge', () => {
  it('ends the units, leads to the one that goes on, and takes what stood below them and lines to them along', () => {
    const made = change([merge(['A'], 'B')]);
    expect(made.units.get('A')).toEqual([{ from: long, to: on, value: value('R') }]);
    expect(periodOn(made.units.get('A1') ?? [], on)?.value.parent).toBe('B');
    expect(periodOn(made.units.get('A1') ?? [], today)?.value.parent).toBe('A');
    expect(periodOn(made.units.get('X') ?? [], on)?.value.reportsTo).toBe('B');
    expect(made.successions).toEqual([{ from: 'A', to: 'B', on, kind: 'merge' }]);
    expect(made.changedUnits.map(({ code, kind }) => `${code} ${kind}`).toSorted()).toEqual(['A ended', 'A1 changed', 'X changed']);
  });

  it('into a new unit moves the people of all, main posts and those beside, and keeps their days', () => {
    const made = change(
      [{ row: 1, on, op: 'establish', unit: 'N', value: value('R') }, merge(['A', 'B'], 'N', 2)],
      [held('a', 'p', 'A', { to: isoDate('2026-01-01'), post: 'P1' }), held('b', 'p', 'B', { main: false, post: 'P1' }), held('c', 'q', 'B', { main: false, from: isoDate('2025-09-01') }), held('d', 'r', 'A', { to: on })],
    );
    expect(made.changed.map(({ after }) => [after.id, after.from, after.to, after.value.unit])).toEqual([['a', long, on, 'A'], ['b', long, on, 'B'], ['c', '2025-09-01', 'infinity', 'N']]);
    expect(made.started.map(({ after, from, to, value: { unit } }) => [after, from, to, unit])).toEqual([['a', on, '2026-01-01', 'N']]);
  });

  it('refuses a unit into itself, unknown units, ended ones, and one that changes later by what is known', () => {
    expect(kinds([merge(['A'], 'A')])).toEqual(['operations 1 into merges-into-itself']);
    expect(kinds([merge(['Q'], 'A'), merge(['A'], 'Q', 2)])).toEqual(['operations 1 unit unknown-unit', 'operations 2 into unknown-unit']);
    expect(kinds([merge(['A'], 'B'), merge(['A'], 'R', 2)])).toEqual(['operations 2 unit unit-not-valid-then']);
    const planned: KnownUnits = { ...world, units: new Map([...world.units, ['A', [{ from: long, to: isoDate('2025-12-01'), value: value('R') }, { from: isoDate('2025-12-01'), to: 'infinity', value: value('R', { name: 'later' }) }]]]) };
    expect(kinds([merge(['A'], 'B')], [], [], planned)).toEqual(['operations 1 unit later-change']);
  });
});

describe('a split', () => {
  const parts: UnitOperation[] = [{ row: 1, on, op: 'establish', unit: 'N', value: value('R') }, { row: 2, on, op: 'establish', unit: 'M', value: value('R') }];
  const split = (more: Partial<Extract<UnitOperation, { op: 'split' }>> = {}): UnitOperation => ({ row: 3, on, op: 'split', unit: 'B', into: ['N', 'M'], goesOn: false, successor: 'M', byPost: [{ post: 'P1', to: 'N' }], ...more });
  const people = [held('a', 'p', 'B', { post: 'P1' }), held('b', 'q', 'B'), held('c', 'r', 'B', { post: 'P1' })];

  it('sends people by name first, then by post, and the rest to the successor', () => {
    const made = change([...parts, split()], people, [{ row: 9, on, person: 'r', from: null, to: 'R', posting: { ...posting('', 'P9'), kind: 'cadre' } }]);
    expect(made.started.map(({ person, value: { unit, post, kind } }) => [person, unit, post, kind]).toSorted()).toEqual([['p', 'N', 'P1', 'civil-servant'], ['q', 'M', null, 'civil-servant'], ['r', 'R', 'P9', 'cadre']]);
  });

  it('of a unit that goes on leaves everybody where he is who is not sent away', () => {
    const made = change([...parts, split({ goesOn: true, successor: null })], people);
    expect(made.started.map(({ person }) => person)).toEqual(['p', 'r']);
    expect(made.units.get('B')).toEqual(world.units.get('B'));
  });

  it('is refused while somebody is left, told with how many', () => {
    const { refusals, stranded } = decide([...parts, split({ successor: null })], people);
    expect(refusals).toEqual([{ list: 'operations', row: 3, column: 'successor', kind: 'people-left', params: { unit: 'B', people: 1 } }]);
    expect(stranded).toEqual([{ row: 3, person: 'q', unit: 'B', holding: 'b' }]);
  });
});

describe('an abolition', () => {
  const abolish = (more: Partial<Extract<UnitOperation, { op: 'abolish' }>> = {}): UnitOperation => ({ row: 1, on, op: 'abolish', unit: 'B', successors: [], successor: null, endPosts: false, ...more });

  it('leaves nobody behind: people go somewhere, or their posts end when told so', () => {
    const people = [held('a', 'p', 'B'), held('b', 'q', 'B', { from: isoDate('2025-08-01') })];
    expect(kinds([abolish()], people)).toEqual(['operations 1 successor people-left']);
    const ended = change([abolish({ endPosts: true })], people);
    expect([ended.changed.map(({ after }) => after.to), ended.removed.map(({ id }) => id), ended.started]).toEqual([[on], ['b'], []]);
    expect(change([abolish({ successors: ['A', 'R'], successor: 'A' })], people).started.map((it) => it.value.unit)).toEqual(['A']);
    expect(change([abolish()], people.slice(0, 1), [{ row: 1, on, person: 'p', from: null, to: 'A', posting: null }]).started.map((it) => it.value.unit)).toEqual(['A']);
  });

  it('is refused while something stands below it that ends later', () => {
    expect(kinds([abolish({ unit: 'A' })])).toEqual(['operations 1 unit outlives-parent']);
    expect(kinds([{ row: 1, on, op: 'move', unit: 'A1', parent: 'B' }, abolish({ row: 2, unit: 'A' })])).toEqual([]);
  });
});

describe('a batch', () => {
  it('moves, renames and changes lines from its day on', () => {
    const made = change([{ row: 1, on, op: 'move', unit: 'A1', parent: 'B' }, { row: 2, on, op: 'rename', unit: 'B', traits: { name: 'new', tier: 'commune' } }, { row: 3, on, op: 'line', unit: 'X', line: 'reports-to', to: null }]);
    expect(made.paths.get('A1')).toEqual([{ from: long, to: on, value: 'R/A/A1/' }, { from: on, to: 'infinity', value: 'R/B/A1/' }]);
    expect(periodOn(made.units.get('B') ?? [], on)?.value).toMatchObject({ name: 'new', tier: 'commune' });
    expect(periodOn(made.units.get('X') ?? [], on)?.value.reportsTo).toBeNull();
  });

  it('refuses circles, levels of government that are no more, codes that are taken, and changes of nothing', () => {
    expect(kinds([{ row: 4, on, op: 'move', unit: 'A', parent: 'A1' }])).toContain('operations 4 parent unit-circle');
    expect(kinds([{ row: 1, on, op: 'rename', unit: 'B', traits: { tier: 'district' } }, { row: 2, on, op: 'establish', unit: 'A', value: value('R') }, { row: 3, on, op: 'move', unit: 'B', parent: 'R' }])).toEqual([
      'operations 1 tier tier-not-valid-then', 'operations 2 unit code-taken', 'operations 3 unit nothing-changes',
    ]);
  });

  it('asks for a reason on a day that has passed', () => {
    const past: UnitOperation = { row: 1, on: isoDate('2025-05-01'), op: 'move', unit: 'A1', parent: 'B' };
    expect(kinds([past])).toEqual(['operations 0 on reason-missing']);
    expect(kinds([past], [], [], world, 'Quyết định gửi muộn')).toEqual([]);
  });

  it('does what follows on later days of the same batch after what comes first', () => {
    const later = isoDate('2025-10-01');
    const made = change([{ row: 1, on: later, op: 'merge', units: ['B'], into: 'R' }, merge(['A'], 'B', 2)], [held('a', 'p', 'A')]);
    expect(made.started.map(({ from, to, value: { unit } }) => [from, to, unit])).toEqual([[on, later, 'B'], [later, 'infinity', 'R']]);
  });

  it('refuses whom nobody knows on the day, and who is sent twice', () => {
    const to = (row: number, person: string): PersonMove => ({ row, on, person, from: null, to: 'B', posting: null });
    expect(kinds([merge(['A'], 'B')], [held('a', 'p', 'A')], [to(1, 'p'), to(2, 'p'), to(3, 'z')])).toEqual(['moves 2 person moved-twice', 'moves 3 person no-post-then']);
  });

  it('loses and adds nobody: on each day everybody holds as many main posts as before, in a unit that exists then', () => {
    const codes = ['R', 'A', 'B', 'A1', 'D', 'X'];
    const days: IsoDate[] = [on, isoDate('2025-10-01'), isoDate('2026-01-01')];
    const anyCode = fc.constantFrom(...codes);
    const operation: fc.Arbitrary<UnitOperation> = fc.oneof(
      fc.record({ row: fc.constant(1), on: fc.constantFrom(...days), op: fc.constant('merge' as const), units: fc.uniqueArray(anyCode, { minLength: 1, maxLength: 2 }), into: anyCode }),
      fc.record({ row: fc.constant(1), on: fc.constantFrom(...days), op: fc.constant('abolish' as const), unit: anyCode, successors: fc.constant(['R']), successor: fc.constant('R'), endPosts: fc.constant(false) }),
      fc.record({ row: fc.constant(1), on: fc.constantFrom(...days), op: fc.constant('move' as const), unit: anyCode, parent: anyCode }),
    );
    const holdings = fc.array(fc.record({ unit: anyCode, from: fc.constantFrom(long, ...days) }), { maxLength: 6 }).map((rows) => rows.map(({ unit, from }, i) => held(`h${i}`, `p${i}`, unit, { from })));
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 3 }), holdings, (operations, people) => {
        const { change: made } = decide(operations.map((it, row) => ({ ...it, row })), people);
        if (!made) return;
        const gone = new Set([...made.removed.map(({ id }) => id), ...made.changed.map(({ before }) => before.id)]);
        const after = [...people.filter(({ id }) => !gone.has(id)), ...made.changed.map((it) => it.after), ...made.started];
        for (const day of [today, ...days, isoDate('2030-01-01')]) {
          const present = (rows: readonly Omit<Holding, 'id'>[]) => rows.filter(({ from, to }) => from <= day && day < to);
          expect(present(after).map(({ person }) => person).toSorted()).toEqual(present(people).map(({ person }) => person).toSorted());
          for (const it of present(after)) expect(periodOn(made.units.get(it.value.unit) ?? [], day)).toBeDefined();
        }
      }),
    );
  });
});
