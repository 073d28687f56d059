import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, type IsoDate, isoDate } from '../values/index.ts';
import { changePost, type Days, endPost, listForTraining, planForOffice, startPost } from './edit-career.ts';
import type { Period } from './periods.ts';
import { reconcilePeriods } from './reconcile-periods.ts';
import { type Career, hasOneMainPost, type Posting, samePosting } from './reconcile-person.ts';

const first = isoDate('2025-01-01');
const count = 24;
const dayAt = (index: number): IsoDate => addDays(first, index);
const days = Array.from({ length: count + 6 }, (_, index) => dayAt(index));
const bare: Career = { main: [], concurrent: [], planned: [], training: [] };
const posting = (unit: string, office: string | null = null): Posting => ({ unit, post: null, kind: 'civil-servant', rank: null, office, officeRank: null, leader: null });

/** What is told of a career day by day, by reading its rows one by one. */
type Told = { main: string[]; beside: string[]; planned: (number | null)[]; listed: boolean[] };

const on = <V>(line: readonly Period<V>[], day: IsoDate): Period<V>[] => line.filter((it) => it.from <= day && day < it.to);
const words = ({ unit, office }: Posting): string => `${unit} ${office ?? ''}`;
const told = (career: Career): Told => ({
  main: days.map((day) => on(career.main, day).map(({ value }) => words(value)).join('+')),
  beside: days.map((day) => on(career.concurrent, day).map(({ value }) => words(value)).toSorted().join('+')),
  planned: days.map((day) => on(career.planned, day)[0]?.value ?? null),
  listed: days.map((day) => on(career.training, day).length > 0),
});

const period = fc.tuple(fc.nat(count), fc.option(fc.nat(count), { freq: 3 })).map(([from, to]): Days => ({ from: dayAt(from), to: to === null ? 'infinity' : dayAt(to) }));
const value = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom(null, 'head')).map(([unit, office]) => posting(unit, office));
const edit = fc.oneof(
  fc.record({ act: fc.constant('start' as const), main: fc.boolean(), value, days: period }),
  fc.record({ act: fc.constant('change' as const), at: fc.nat(5), value, from: fc.nat(count) }),
  fc.record({ act: fc.constant('correct' as const), at: fc.nat(5), value, days: fc.option(period) }),
  fc.record({ act: fc.constant('end' as const), at: fc.nat(5), to: fc.nat(count) }),
  fc.record({ act: fc.constant('plan' as const), days: period, rank: fc.constantFrom(20, 30, null) }),
  fc.record({ act: fc.constant('list' as const), days: period, listed: fc.boolean() }),
);
type Edit = typeof edit extends fc.Arbitrary<infer It> ? It : never;

const rowAt = (career: Career, at: number): string => [...career.main, ...career.concurrent][at]?.id ?? 'none';

const done = (career: Career, it: Edit, id: string) => {
  switch (it.act) {
    case 'start':
      return startPost(career, { ...it.days, main: it.main, value: it.value }, id);
    case 'change':
      return changePost(career, { assignment: rowAt(career, it.at), value: it.value, from: dayAt(it.from) }, id);
    case 'correct':
      return changePost(career, { assignment: rowAt(career, it.at), value: it.value, correct: it.days ?? {} }, id);
    case 'end':
      return endPost(career, rowAt(career, it.at), dayAt(it.to));
    case 'plan':
      return planForOffice(career, it.days, it.rank);
    case 'list':
      return listForTraining(career, it.days, it.listed);
  }
};

const inside = (day: IsoDate, { from, to }: Days): boolean => from <= day && day < to;

/** What an accepted edit must have made of each day. */
const expected = (before: Career, it: Edit): Told => {
  const was = told(before);
  if (it.act === 'plan') return { ...was, planned: was.planned.map((rank, i) => (inside(days[i]!, it.days) ? it.rank : rank)) };
  if (it.act === 'list') return { ...was, listed: was.listed.map((listed, i) => (inside(days[i]!, it.days) ? it.listed : listed)) };
  if (it.act === 'start') {
    const add = (line: string[]) => line.map((text, i) => (inside(days[i]!, it.days) ? [text, words(it.value)].filter(Boolean).toSorted().join('+') : text));
    return it.main ? { ...was, main: add(was.main) } : { ...was, beside: add(was.beside) };
  }
  const row = [...before.main, ...before.concurrent][it.at]!;
  const main = it.at < before.main.length;
  const rest = told(main ? { ...before, main: before.main.filter((other) => other !== row) } : { ...before, concurrent: before.concurrent.filter((other) => other !== row) });
  const after = (day: IsoDate): string => {
    if (it.act === 'end') return inside(day, row) && day < dayAt(it.to) ? words(row.value) : '';
    if (it.act === 'correct') return inside(day, it.days ?? row) ? words(it.value) : '';
    return inside(day, row) ? words(day < dayAt(it.from) ? row.value : it.value) : '';
  };
  const set = (line: string[]) => line.map((text, i) => [text, after(days[i]!)].filter(Boolean).toSorted().join('+'));
  return main ? { ...was, main: set(rest.main) } : { ...was, beside: set(rest.beside) };
};

// Lists end with the last main post, wherever an edit has put that end.
const withinService = (it: Told, career: Career): Told => {
  const end = career.main.reduce<string>((last, { to }) => (to > last ? to : last), '');
  const served = (index: number): boolean => end === '' || days[index]! < end;
  return { ...it, planned: it.planned.map((rank, i) => (served(i) ? rank : null)), listed: it.listed.map((listed, i) => served(i) && listed) };
};

describe('edits of a career', () => {
  it('change the days they name and no others, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 14 }), (edits) => {
        let career = bare;
        for (const [index, it] of edits.entries()) {
          const result = done(career, it, `new-${index}`);
          if (!result.ok) continue;
          expect(told(result.value)).toEqual(withinService(expected(career, it), result.value));
          career = result.value;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never leave two main posts on one day, nor the same post twice', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 14 }), (edits) => {
        const career = edits.reduce<Career>((it, next, index) => ((result) => (result.ok ? result.value : it))(done(it, next, `new-${index}`)), bare);
        expect(hasOneMainPost(career)).toBe(true);
        for (const { beside, main } of [told(career)]) {
          beside.forEach((text, i) => {
            const places = [...text.split('+'), ...main[i]!.split('+')].filter(Boolean).map((it) => it.split(' ')[0]);
            expect(places).toEqual([...new Set(places)]);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuse a main post exactly where another one is held on one of its days', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), period, value, (edits, stated, it) => {
        const career = edits.reduce<Career>((so, next, index) => ((result) => (result.ok ? result.value : so))(done(so, next, `new-${index}`)), bare);
        const result = startPost({ ...career, concurrent: [] }, { ...stated, main: true, value: it }, 'new');
        const held = career.main.some((other) => other.from < stated.to && stated.from < other.to);
        expect(result.ok ? null : result.failure.kind).toBe(stated.to <= stated.from ? 'ends-before-start' : held ? 'overlaps-main-post' : null);
      }),
    );
  });

  it('from a day say what a roster of that effective date would have said', () => {
    fc.assert(
      fc.property(value, value, fc.nat(count), fc.nat(count), (old, fresh, from, at) => {
        const known: Career = { ...bare, main: [{ id: 'old', from: dayAt(from), to: 'infinity', value: old }] };
        const day = dayAt(Math.max(from, at));
        const edited = changePost(known, { assignment: 'old', value: fresh, from: day }, 'new');
        const imported = reconcilePeriods(known.main, [{ row: 1, from: null, to: 'infinity', value: fresh }], { on: day, mode: 'from-effective-date', same: samePosting });
        const plain = (line: readonly Period<Posting>[]) => line.map(({ id: _, ...it }) => it);
        expect(edited.ok && plain(edited.value.main)).toEqual(plain(imported.periods));
      }),
    );
  });
});

describe('an edit is refused', () => {
  const career: Career = { ...bare, main: [{ id: 'm', from: isoDate('2025-01-05'), to: isoDate('2025-01-10'), value: posting('A') }], concurrent: [{ id: 'c', from: isoDate('2025-01-05'), to: 'infinity', value: posting('B') }] };
  const kind = (result: ReturnType<typeof startPost>) => (result.ok ? null : result.failure.kind);

  it('for a day on which the post is not held', () => {
    expect(kind(changePost(career, { assignment: 'm', value: posting('C'), from: isoDate('2025-01-10') }, 'n'))).toBe('day-outside-post');
    expect(kind(endPost(career, 'm', isoDate('2025-01-05')))).toBe('day-outside-post');
    expect(kind(endPost(career, 'm', isoDate('2025-01-11')))).toBe('day-outside-post');
  });

  it('for a post of somebody else', () => {
    expect(kind(endPost(career, 'x', isoDate('2025-01-06')))).toBe('unknown-assignment');
  });

  it('for a post that is held already, as the main one or beside it', () => {
    const days = { from: isoDate('2025-01-08'), to: isoDate('2025-01-09') };
    expect(kind(startPost(career, { ...days, main: false, value: posting('A') }, 'n'))).toBe('overlaps-same-post');
    expect(kind(startPost(career, { ...days, main: false, value: posting('B', 'head') }, 'n'))).toBe('overlaps-same-post');
    expect(kind(startPost(career, { ...days, main: true, value: posting('C') }, 'n'))).toBe('overlaps-main-post');
  });

  it('for a list after the last main post', () => {
    expect(kind(planForOffice(career, { from: isoDate('2025-01-10'), to: 'infinity' }, 20))).toBe('not-in-service');
    expect(kind(listForTraining(bare, { from: first, to: 'infinity' }, true))).toBe('not-in-service');
  });
});
