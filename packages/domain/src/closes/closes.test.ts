import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { coreFacts } from '../people/facts.ts';
import { definitionsById, type Condition, explainRule, type Explanation, type FactValue, type Rule, truthOf } from '../rules/index.ts';
import { isoDate, share, subtreesOf, everything, type UnitId } from '../values/index.ts';
import {
  answerOf, approvalRefusal, bitsWhere, bitsWithout, bothBits, causesOf, certificateAt, changesBetween, closeStates, columnsOf, type ComparedSide, conditionKey, countBits, explainThen, figuresByUnit, figuresOver, type FrozenSets,
  type FrozenUnit, hasBit, idAt, idList, isCloseOver, meetings, parsePeriod, peopleIn, periodName, periodProblem, placeOfId, placesIn, readableUnits, readConditions, readLevels, readPeople, readSets, rowsBelow, sizeOfIds,
  subtreeOf, writeConditions, writeLevels, writePeople, writeSets,
} from './index.ts';

const flags = fc.array(fc.boolean(), { maxLength: 70 });
const bitsOf = (some: readonly boolean[]) => bitsWhere(some.length, (place) => some[place] === true);
const ids = fc.uniqueArray(fc.uuid({ version: 7 }), { maxLength: 40 }).map((some) => some.toSorted());

describe('a set of places', () => {
  it('holds what was put in, counts it, and joins and cuts like any set', () => {
    fc.assert(fc.property(flags, flags, (a, b) => {
      const size = Math.max(a.length, b.length);
      const [left, right] = [a, b].map((it) => bitsWhere(size, (place) => it[place] === true)) as [Uint8Array, Uint8Array];
      const wanted = (test: (place: number) => boolean) => Array.from({ length: size }, (_, place) => place).filter(test);
      expect([...placesIn(left)]).toEqual(wanted((place) => a[place] === true));
      expect(countBits(left)).toBe(a.filter(Boolean).length);
      expect([...placesIn(bothBits(left, right))]).toEqual(wanted((place) => a[place] === true && b[place] === true));
      expect([...placesIn(bitsWithout(left, right))]).toEqual(wanted((place) => a[place] === true && b[place] !== true));
    }));
  });

  it('is a column of the rows that a server sends as numbers', () => {
    fc.assert(fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 62n - 1n }), { maxLength: 30 }), (rows) => {
      const bytes = new Uint8Array(rows.length * 8);
      rows.forEach((row, index) => new DataView(bytes.buffer).setBigInt64(index * 8, row));
      columnsOf(bytes, 8, 62).forEach((set, column) => rows.forEach((row, place) => expect(hasBit(set, place)).toBe(((row >> BigInt(column)) & 1n) === 1n)));
    }));
  });
});

describe('a list of people', () => {
  it('gives back every id at its place and finds each, and nobody else', () => {
    fc.assert(fc.property(ids, fc.uuid({ version: 7 }), (some, other) => {
      const list = idList(some);
      expect(sizeOfIds(list)).toBe(some.length);
      some.forEach((id, place) => {
        expect(idAt(list, place)).toBe(id);
        expect(placeOfId(list, id)).toBe(place);
      });
      expect(placeOfId(list, other)).toBe(some.includes(other) ? some.indexOf(other) : undefined);
    }));
  });

  it('meets another list person by person: everybody of either once, in order', () => {
    fc.assert(fc.property(ids, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (all, inFirst, inSecond) => {
      const [first, second] = [all.filter((_, index) => inFirst[index]), all.filter((_, index) => inSecond[index])];
      const met = [...meetings(idList(first), idList(second))].map((it) => [it.before === null ? null : first[it.before], it.after === null ? null : second[it.after]]);
      expect(met).toEqual(all.filter((id) => first.includes(id) || second.includes(id)).map((id) => [first.includes(id) ? id : null, second.includes(id) ? id : null]));
    }));
  });
});

describe('what is kept', () => {
  it('is read back as it was written', () => {
    const condition: Condition = { fact: 'age', below: 40, on: 'milestone' };
    fc.assert(fc.property(ids, flags, flags, fc.option(flags), fc.option(flags), fc.array(flags, { maxLength: 3 }), fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength: 40 }), (some, a, b, c, d, unknown, units) => {
      const people = { ids: idList(some), units: Uint16Array.from(units) };
      expect(readPeople(writePeople(people))).toEqual(people);
      const sets: FrozenSets = { denominator: bitsOf(a), reached: bitsOf(b), plain: c && bitsOf(c), focus: d && bitsOf(d), unknown: unknown.map((it, index) => ({ fact: `f${index}`, people: bitsOf(it) })) };
      const { head, bytes } = writeSets(sets);
      expect(readSets(JSON.parse(JSON.stringify(head)), bytes)).toEqual(sets);
      const levels = [{ languages: 'any' as const, level: Uint8Array.from(units, (it) => it % 7), certificates: idList(some) }, { languages: ['en'], level: new Uint8Array(0), certificates: new Uint8Array(0) }];
      expect(readLevels(levels, writeLevels(levels))).toEqual(levels);
      const conditions = [{ condition, milestone: isoDate('2025-12-31'), held: bitsOf(a), unknown: bitsOf(b) }];
      expect(readConditions(conditions, writeConditions(conditions))).toEqual(conditions);
    }));
  });

  it('is refused where bytes are missing', () => {
    const bytes = writePeople({ ids: idList(['01890a5d-ac96-774b-bcce-b302099a8057']), units: Uint16Array.of(3) });
    expect(() => readPeople(bytes.subarray(0, bytes.length - 1))).toThrow('cut short');
  });
});

const definitions = definitionsById(coreFacts);
const leaf: fc.Arbitrary<Condition> = fc.oneof(fc.constantFrom<Condition>({ fact: 'leader', is: true }, { fact: 'languageTeacher', is: true }, { fact: 'kind', in: ['cadre'] }, { fact: 'officeRank', atLeast: 'division' }), fc.integer({ min: 30, max: 50 }).map((below): Condition => ({ fact: 'age', below, on: 'milestone' })));
const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('rule'), { maxLength: 3 }).map((all) => ({ all })), fc.array(tie('rule'), { maxLength: 3 }).map((any) => ({ any })), tie('rule').map((it) => ({ not: it }))),
})).rule;
const withoutValues = (it: Explanation): unknown => JSON.parse(JSON.stringify(it), (key, value: unknown) => (key === 'value' ? null : value));

describe('an explanation by what was kept', () => {
  it('comes out as the one by the facts did, but for the values', () => {
    const facts = fc.record({ leader: fc.constantFrom(true, false, null), languageTeacher: fc.constantFrom(true, false, null), kind: fc.constantFrom('cadre', 'contract-staff'), officeRank: fc.constantFrom('team', 'division', null), age: fc.option(fc.integer({ min: 25, max: 60 })) });
    fc.assert(fc.property(rules, facts, (rule, person) => {
      const milestone = isoDate('2025-12-31');
      const read = (it: Condition): FactValue => (person as Record<string, FactValue>)[it.fact] ?? null;
      const conditionsIn = (it: Explanation): Condition[] => (it.form === 'condition' ? [it.condition] : it.form === 'not' ? conditionsIn(it.part) : it.parts.flatMap(conditionsIn));
      const explained = explainRule(rule, definitions, read);
      const truths = new Map(conditionsIn(explained).map((it) => [conditionKey(it, it.on === 'milestone' ? milestone : null), truthOf(it, definitions, read)]));
      expect(withoutValues(explainThen(rule, milestone, truths))).toEqual(withoutValues(explained));
    }));
  });
});

const unit = (code: string, path: string): FrozenUnit => ({ id: code as UnitId, code, name: code, path });
const units = [unit('R', 'R/'), unit('A', 'R/A/'), unit('A1', 'R/A/A1/'), unit('B', 'R/B/'), unit('X1', 'R/X/X1/'), unit('O', 'O/')];
const sets: FrozenSets = { denominator: bitsOf([true, true, true, false, true, true]), reached: bitsOf([true, false, true, false, false, true]), plain: null, focus: bitsOf([true, false, false, false, true, false]), unknown: [{ fact: 'age', people: bitsOf([false, false, false, true, false, false]) }] };
const placed = Uint16Array.of(2, 2, 1, 3, 4, 5);
const target = { code: 't', title: { vi: 't' }, milestone: isoDate('2025-12-31'), goal: share(5_000), extra: 'none' as const, focus: true, levels: 0 };

describe('figures of a close', () => {
  it('are counted unit by unit and add up to the whole', () => {
    const figures = figuresByUnit(sets, placed);
    expect(figuresOver(figures, 'all')).toMatchObject({ denominator: 5, numerator: 3, focusDenominator: 2, focusNumerator: 1, unknown: { age: 1 } });
    expect(answerOf(target, figuresOver(figures, new Set([2])))).toMatchObject({ denominator: 2, numerator: 1, percent: 50, missing: 0, status: 'measured' });
    const rows = rowsBelow(units, 'all', null);
    expect(rows.map((it) => [units[it.unit]!.code, it.hasUnits])).toEqual([['O', false], ['R', true]]);
    expect(rows.reduce((sum, it) => sum + figuresOver(figures, it.below).denominator, 0)).toBe(5);
  });

  it('show a unit whose managing unit had ended below the nearest one that existed', () => {
    expect(rowsBelow(units, 'all', 0).map((it) => units[it.unit]!.code)).toEqual(['A', 'B', 'X1']);
    expect(rowsBelow(units, new Set([1, 2, 3]), null).map((it) => units[it.unit]!.code)).toEqual(['A', 'B']);
  });

  it('are for who may read the unit as it stood on the cut-off date', () => {
    expect(readableUnits(units, everything, target.milestone)).toBe('all');
    expect(readableUnits(units, subtreesOf(['A' as UnitId]), target.milestone)).toEqual(new Set([1, 2]));
    expect(readableUnits(units, subtreesOf([], [{ unit: 'B' as UnitId, from: isoDate('2026-01-01'), to: 'infinity' }]), target.milestone)).toEqual(new Set());
    expect(subtreeOf(units, new Set([1, 2]), 'R')).toBeUndefined();
    expect(peopleIn(sets, 'missing', placed, new Set([2, 4]))).toEqual([1, 4]);
    expect(peopleIn(sets, 'focus', placed, 'all')).toEqual([0, 4]);
  });
});

const levels = (some: readonly (readonly [number, string | null])[]) => ({ languages: 'any' as const, level: Uint8Array.from(some, ([level]) => level), certificates: idList(some.flatMap(([, certificate]) => certificate ?? [])) });
const [p1, p2, p3, p4] = ['1', '2', '3', '4'].map((it) => `0000000${it}-0000-7000-8000-000000000000`) as [string, string, string, string];
const [c1, c2] = ['1', '2'].map((it) => `1000000${it}-0000-7000-8000-000000000000`) as [string, string];
const leader: Condition = { fact: 'leader', is: true };
const side = (people: string[], inside: boolean[], reached: boolean[], held: (readonly [number, string | null])[], leads: boolean[]): ComparedSide => ({
  people: { ids: idList(people), units: new Uint16Array(people.length) }, sets: { denominator: bitsOf(inside), reached: bitsOf(reached), plain: null, focus: null, unknown: [] }, levels: levels(held),
  conditions: [{ condition: leader, milestone: null, held: bitsOf(leads), unknown: bitsOf(leads.map(() => false)) }],
});

describe('two closes', () => {
  const before = side([p1, p2, p3], [true, true, true], [true, false, false], [[4, c1], [0, null], [3, c2]], [true, true, true]);
  const after = side([p1, p2, p4], [true, false, true], [false, false, true], [[0, null], [0, null], [4, c2]], [true, false, true]);

  it('say who entered, left, gained and lost, and why', () => {
    const changes = changesBetween(before, after);
    expect(changes.map((it) => [it.person, it.kind])).toEqual([[p1, 'lost'], [p2, 'left'], [p3, 'left'], [p4, 'entered']]);
    const causes = changes.map((it) => causesOf(it, before, after, { sameUnit: true, sameRules: true }));
    expect(causes).toEqual([[{ kind: 'certificate-gone' }], [{ kind: 'facts', facts: ['leader'] }], [{ kind: 'disappeared' }], [{ kind: 'appeared' }]]);
    expect(causesOf(changes[1]!, before, before, { sameUnit: true, sameRules: false })).toEqual([{ kind: 'plan-changed' }]);
    expect(changesBetween(before, before)).toEqual([]);
  });

  it('agree with the figures: what was, what came and what went is what is', () => {
    const any = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 30 });
    fc.assert(fc.property(any, (rows) => {
      const made = (offset: 0 | 3) => {
        const some = rows.flatMap((row, index) => (row[offset] ? [{ row, id: `${String(index).padStart(8, '0')}-0000-7000-8000-000000000000` }] : []));
        return side(some.map((it) => it.id), some.map((it) => it.row[offset + 1]!), some.map((it) => it.row[offset + 1]! && it.row[offset + 2]!), some.map(() => [0, null] as const), some.map(() => true));
      };
      const [was, is] = [made(0), made(3)];
      const count = (kind: string) => changesBetween(was, is).filter((it) => it.kind === kind).length;
      expect(countBits(is.sets.denominator)).toBe(countBits(was.sets.denominator) + count('entered') - count('left'));
    }));
  });

  it('name the certificate that made a level', () => {
    expect(certificateAt(before.levels, 2)).toEqual({ level: 3, certificate: c2 });
    expect(certificateAt(before.levels, 1)).toBeNull();
  });
});

describe('a period', () => {
  it.each([['2025', '2025-01-01', '2025-12-31'], ['2025-H1', '2025-01-01', '2025-06-30'], ['2025-H2', '2025-07-01', '2025-12-31'], ['2024-11-01..2025-10-30', '2024-11-01', '2025-10-30']])('%s is read and written alike', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ ok: true, value: { from, to } });
    expect(periodName({ from: isoDate(from), to: isoDate(to) })).toBe(text);
  });

  it.each(['', '25', '2025-H3', '2025-01-01', '2025-02-30..2025-03-01', '2025-01-01..2025-02-01..2025-03-01'])('“%s” is none', (text) => {
    expect(parsePeriod(text)).toMatchObject({ ok: false, failure: { kind: 'period-not-understood' } });
  });

  it('is closed as of a day within it that has come', () => {
    const year = { from: isoDate('2025-01-01'), to: isoDate('2025-12-31') };
    expect(periodProblem({ ...year, cutOff: isoDate('2025-10-30') }, isoDate('2025-11-01'))).toBeUndefined();
    expect(periodProblem({ ...year, cutOff: isoDate('2025-12-31') }, isoDate('2025-11-01'))?.kind).toBe('cut-off-in-the-future');
    expect(periodProblem({ ...year, cutOff: isoDate('2026-01-01') }, isoDate('2026-11-01'))?.kind).toBe('cut-off-outside-period');
  });

  it('is signed once it is frozen, by another than who prepared it', () => {
    expect(closeStates.filter((state) => approvalRefusal({ state, preparedBy: null, by: null }) === undefined)).toEqual(['prepared']);
    expect(closeStates.filter(isCloseOver)).toEqual(['signed', 'cancelled', 'failed']);
  });
});
