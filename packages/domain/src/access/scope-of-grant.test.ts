import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, type IsoDate, isoDate, type UnitId, type UnitScope } from '../values/index.ts';
import { isInside, type PlacedUnit, placeOn, scopeContains, scopeOfGrant, type Succession, topologyOf, type UnitTopology } from './index.ts';

const unit = (name: string): UnitId => name as UnitId;
const year = (value: number): IsoDate => isoDate(`${value}-01-01`);
const years = [2021, 2022, 2023, 2024] as const;
const last = 2024;

/** Units by a line each: `a/b 2021-2023` is b below a, from 2021 until before 2023. */
const units = (...lines: string[]): PlacedUnit[] =>
  lines.map((line) => {
    const [path = '', span = '2021-'] = line.split(' ');
    const [from = '', to = ''] = span.split('-');
    return { unit: unit(path.split('/').at(-1) ?? ''), path: `${path}/`, from: year(Number(from)), to: to === '' ? 'infinity' : year(Number(to)) };
  });
const followed = (from: string, to: string | null, on: number): Succession => ({ unit: unit(from), successor: to === null ? null : unit(to), on: year(on) });
const topology = (places: readonly PlacedUnit[], successions: readonly Succession[] = [], lines: UnitTopology['lines'] = []): UnitTopology => topologyOf({ places, successions, lines });
const onUnit = (name: string) => ({ unit: unit(name), line: 'uses' as const });
/** Who lies in a scope, year by year. */
const inside = (known: UnitTopology, scope: UnitScope): Record<number, string> =>
  Object.fromEntries(years.map((it) => [it, [...known.places.keys()].filter((one) => isInside(known, scope, one, year(it))).toSorted().join('')]));

describe('the scope of a grant', () => {
  it('on no unit is the whole tenant', () => {
    expect(scopeOfGrant(topology([]), { unit: null, line: 'uses' })).toEqual(everything);
  });

  it('on a unit is what stands below it on each day', () => {
    const known = topology(units('a', 'b', 'a/c 2021-2023', 'b/c 2023-'));
    expect(inside(known, scopeOfGrant(known, onUnit('a')))).toEqual({ 2021: 'ac', 2022: 'ac', 2023: 'a', 2024: 'a' });
  });

  it('follows a unit that has ended to its successors, and theirs, from the day of each and not before', () => {
    const known = topology(units('a 2021-2022', 'b 2021-2024', 'c', 'c/d'), [followed('a', 'b', 2022), followed('b', 'c', 2024)]);
    expect(inside(known, scopeOfGrant(known, onUnit('a')))).toEqual({ 2021: 'a', 2022: 'b', 2023: 'b', 2024: 'cd' });
  });

  it('does not follow what was split off from a unit that goes on', () => {
    const known = topology(units('a', 'b 2022-'), [followed('a', 'b', 2022)]);
    expect(inside(known, scopeOfGrant(known, onUnit('a')))).toEqual({ 2021: 'a', 2022: 'a', 2023: 'a', 2024: 'a' });
  });

  it('shows the units that were merged into one as they were', () => {
    const known = topology(units('a 2021-2023', 'b 2021-2022', 'c 2022-'), [followed('a', 'c', 2023), followed('b', 'c', 2022)]);
    expect(inside(known, scopeOfGrant(known, onUnit('c')))).toEqual({ 2021: 'ab', 2022: 'ac', 2023: 'c', 2024: 'c' });
  });

  it('hides a unit that was split from each of its parts, and shows it to who holds all of them', () => {
    const known = topology(units('p', 'a 2021-2023', 'p/b 2023-', 'p/c 2023-'), [followed('a', 'b', 2023), followed('a', 'c', 2023)]);
    expect(inside(known, scopeOfGrant(known, onUnit('b')))[2022]).toBe('');
    expect(inside(known, scopeOfGrant(known, onUnit('p')))[2022]).toBe('ap');
  });

  it('hides a merged unit if something below it went elsewhere', () => {
    const known = topology(units('a 2021-2023', 'a/s 2021-2023', 'x', 'x/s 2023-', 'c 2023-'), [followed('a', 'c', 2023)]);
    expect(inside(known, scopeOfGrant(known, onUnit('c')))[2022]).toBe('');
  });

  it('hides a unit a part of which nothing followed', () => {
    const known = topology(units('a 2021-2023', 'c 2023-'), [followed('a', 'c', 2023), followed('a', null, 2023)]);
    expect(inside(known, scopeOfGrant(known, onUnit('c')))[2022]).toBe('');
  });

  it('along another line is whose line leads to the unit or below it, on the days when it does', () => {
    const line = (from: string, to: string, since: number, until: number | null) => ({ unit: unit(from), line: 'budgets-through' as const, target: unit(to), from: year(since), to: until === null ? ('infinity' as const) : year(until) });
    const known = topology(units('a', 'a/b', 'x', 'x/y', 'z'), [], [line('x', 'b', 2022, null), line('z', 'a', 2021, 2023), { ...line('y', 'z', 2021, null), line: 'reports-to' }]);
    expect(inside(known, scopeOfGrant(known, { unit: unit('a'), line: 'budgets-through' }))).toEqual({ 2021: 'z', 2022: 'xyz', 2023: 'xy', 2024: 'xy' });
    expect(inside(known, scopeOfGrant(known, { unit: unit('a'), line: 'reports-to' }))).toEqual({ 2021: '', 2022: '', 2023: '', 2024: '' });
  });

  it('along another line follows a unit that has ended too', () => {
    const known = topology(units('a 2021-2023', 'b', 'x'), [followed('a', 'b', 2023)], [{ unit: unit('x'), line: 'budgets-through', target: unit('b'), from: year(2021), to: 'infinity' }]);
    expect(inside(known, scopeOfGrant(known, { unit: unit('a'), line: 'budgets-through' }))).toEqual({ 2021: '', 2022: '', 2023: 'x', 2024: 'x' });
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Any history of six units: each exists for some years, below a unit that exists then; what ends may be followed by anything that exists next. */
const histories: fc.Arbitrary<UnitTopology> = fc
  .tuple(
    ...names.map((_, index) =>
      fc.record({
        from: fc.constantFrom(2021, 2021, 2022, 2023),
        lasts: fc.integer({ min: 1, max: 4 }),
        parents: fc.array(fc.integer({ min: -2, max: index - 1 }), { minLength: 4, maxLength: 4 }),
        heirs: fc.uniqueArray(fc.integer({ min: -1, max: names.length - 1 }), { maxLength: 2 }),
      }),
    ),
  )
  .map((rows) => {
    const exists = (index: number, at: number): boolean => (rows[index]?.from ?? 9999) <= at && at < (rows[index]?.from ?? 0) + (rows[index]?.lasts ?? 0);
    const path = (index: number, at: number): string => {
      const parent = rows[index]?.parents[at - 2021] ?? -1;
      return `${parent >= 0 && exists(parent, at) ? path(parent, at) : ''}${names[index]}/`;
    };
    const places = rows.flatMap((_, index) => years.filter((at) => exists(index, at)).map((at): PlacedUnit => ({ unit: unit(names[index] ?? ''), path: path(index, at), from: year(at), to: at === last ? 'infinity' : year(at + 1) })));
    const successions = rows.flatMap(({ from, lasts, heirs }, index) => {
      const end = from + lasts;
      return end > last ? [] : heirs.filter((heir) => heir === -1 || exists(heir, end)).map((heir) => followed(names[index] ?? '', names[heir] ?? null, end));
    });
    return topology(places, successions);
  });
const anyUnit = fc.constantFrom(...names);
const anyYear = fc.constantFrom(...years).map(year);

describe('a scope', () => {
  it('holds, on every day, all that stands below its unit then', () => {
    fc.assert(
      fc.property(histories, anyUnit, anyUnit, anyYear, (known, root, other, day) => {
        const above = placeOn(known, unit(root), day);
        const below = above !== undefined && placeOn(known, unit(other), day)?.path.startsWith(above.path) === true;
        if (below) expect(isInside(known, scopeOfGrant(known, onUnit(root)), unit(other), day)).toBe(true);
      }),
    );
  });

  it('holds no more than that where nothing followed anything', () => {
    fc.assert(
      fc.property(histories, anyUnit, anyUnit, anyYear, ({ places }, root, other, day) => {
        const known: UnitTopology = { places, successions: [], lines: [] };
        const above = placeOn(known, unit(root), day);
        const below = above !== undefined && placeOn(known, unit(other), day)?.path.startsWith(above.path) === true;
        expect(isInside(known, scopeOfGrant(known, onUnit(root)), unit(other), day)).toBe(below);
      }),
    );
  });

  it('takes in a unit of the past only if each of its successors lies inside', () => {
    fc.assert(
      fc.property(histories, anyUnit, (known, root) => {
        const scope = scopeOfGrant(known, onUnit(root));
        if (scope.kind === 'everything') throw new Error('no grant on a unit is the whole tenant');
        for (const past of scope.roots.filter((it) => it !== root)) {
          const heirs = known.successions.filter((it) => it.unit === past);
          expect(heirs.length).toBeGreaterThan(0);
          for (const { successor, on } of heirs) expect(successor !== null && isInside(known, scope, successor, on)).toBe(true);
        }
      }),
    );
  });

  it('follows a unit from the day on which it took over, not a day earlier', () => {
    fc.assert(
      fc.property(histories, anyUnit, (known, root) => {
        const scope = scopeOfGrant(known, onUnit(root));
        if (scope.kind === 'everything') throw new Error('no grant on a unit is the whole tenant');
        for (const { unit: heir, from } of scope.dated) expect(known.successions.some(({ successor, on }) => successor === heir && on === from)).toBe(true);
        for (const { successor, on } of known.successions.filter((it) => it.unit === root)) if (successor !== null) expect(isInside(known, scope, successor, on)).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which successions were written down', () => {
    fc.assert(
      fc.property(histories, anyUnit, (known, root) => {
        const turned = { ...known, successions: known.successions.toReversed() };
        expect(inside(turned, scopeOfGrant(turned, onUnit(root)))).toEqual(inside(known, scopeOfGrant(known, onUnit(root))));
      }),
    );
  });

  it('contains another from a day on exactly if no unit of the other lies outside it from then on, or on its last day', () => {
    fc.assert(
      fc.property(histories, anyUnit, anyUnit, anyYear, (known, outerRoot, innerRoot, today) => {
        const outer = scopeOfGrant(known, onUnit(outerRoot));
        const inner = scopeOfGrant(known, onUnit(innerRoot));
        const later = years.map(year).filter((it) => it >= today);
        if (!scopeContains(known, outer, inner, today)) return;
        for (const day of later) for (const one of known.places.keys()) if (isInside(known, inner, one, day)) expect(isInside(known, outer, one, day)).toBe(true);
      }),
    );
  });

  it('contains itself as long as its unit ever existed, and everything contains it', () => {
    fc.assert(
      fc.property(histories, anyUnit, anyYear, (known, root, today) => {
        const scope = scopeOfGrant(known, onUnit(root));
        expect(scopeContains(known, everything, scope, today)).toBe(true);
        expect(scopeContains(known, scope, everything, today)).toBe(false);
        expect(scopeContains(known, scope, scope, today)).toBe(known.places.has(unit(root)));
      }),
    );
  });
});
