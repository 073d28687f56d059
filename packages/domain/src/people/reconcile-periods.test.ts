import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, type IsoDate } from '../values/index.ts';
import { isFree, type Period, type PeriodEnd } from './periods.ts';
import { reconcilePeriods, type ImportMode, type StatedPeriod } from './reconcile-periods.ts';

const on = isoDate('2026-01-01');
const d = (text: string) => (text === '' ? 'infinity' : text) as IsoDate;
const known = (...rows: [string, string, string][]): Period<string>[] => rows.map(([value, from, to], i) => ({ id: `${i}`, value, from: d(from), to: d(to) }));
const stated = (...rows: [string, string, string][]): StatedPeriod<string>[] => rows.map(([value, from, to], i) => ({ row: i + 2, value, from: from === '' ? null : d(from), to: d(to) }));
const run = (a: Period<string>[], b: StatedPeriod<string>[], mode: ImportMode = 'from-effective-date') => {
  const { periods, outcomes } = reconcilePeriods(a, b, { on, mode, same: (x, y) => x === y });
  return {
    periods: periods.map(({ value, from, to }) => `${value} ${from} ${to}`),
    outcomes: outcomes.map((it) => (it.kind === 'refused' ? `${it.problem.column} ${it.problem.kind}` : it.kind)),
  };
};

describe('a stated period', () => {
  it('is unchanged when it equals what is current, with its start blank or the same', () => {
    expect(run(known(['a', '2020-01-01', '']), stated(['a', '', ''])).outcomes).toEqual(['unchanged']);
    expect(run(known(['a', '2020-01-01', '']), stated(['a', '2020-01-01', ''])).outcomes).toEqual(['unchanged']);
  });

  it('closes the current row on the effective date and opens a new one when the value has changed', () => {
    expect(run(known(['a', '2020-01-01', '']), stated(['b', '2020-01-01', '']))).toEqual({ periods: ['a 2020-01-01 2026-01-01', 'b 2026-01-01 infinity'], outcomes: ['changed'] });
  });

  it('takes its own later start instead of the effective date', () => {
    expect(run(known(['a', '2020-01-01', '']), stated(['b', '2025-03-01', ''])).periods).toEqual(['a 2020-01-01 2025-03-01', 'b 2025-03-01 infinity']);
  });

  it('is refused when it starts earlier than what is known, unless correcting', () => {
    expect(run(known(['a', '2020-01-01', '']), stated(['a', '2019-01-01', ''])).outcomes).toEqual(['valid_from earlier-start']);
    expect(run(known(['a', '2020-01-01', '']), stated(['b', '2019-01-01', ''])).outcomes).toEqual(['valid_from earlier-start']);
    expect(run(known(['a', '2020-01-01', '']), stated(['b', '2019-01-01', '']), 'correct').periods).toEqual(['b 2019-01-01 infinity']);
  });

  it('opens on the effective date when nothing is current', () => {
    expect(run([], stated(['a', '', '']))).toEqual({ periods: ['a 2026-01-01 infinity'], outcomes: ['new'] });
  });

  it('ends an open row of the same start and value', () => {
    expect(run(known(['a', '2020-01-01', '']), stated(['a', '2020-01-01', '2025-07-01'], ['b', '2025-07-01', '']))).toEqual({
      periods: ['a 2020-01-01 2025-07-01', 'b 2025-07-01 infinity'], outcomes: ['changed', 'new'],
    });
  });

  it('becomes history when it ended and nothing is known of those days', () => {
    expect(run(known(['b', '2020-01-01', '']), stated(['a', '2015-01-01', '2020-01-01']))).toEqual({ periods: ['a 2015-01-01 2020-01-01', 'b 2020-01-01 infinity'], outcomes: ['new'] });
  });

  it('is refused as history where something else is known, and overwrites it when correcting', () => {
    expect(run(known(['b', '2018-01-01', '']), stated(['a', '2015-01-01', '2020-01-01'])).outcomes).toEqual(['valid_from overlaps-recorded']);
    expect(run(known(['b', '2015-01-01', '2020-01-01']), stated(['a', '2015-01-01', '2020-01-01'])).outcomes).toEqual(['valid_from history-differs']);
    expect(run(known(['b', '2015-01-01', '2020-01-01']), stated(['a', '2015-01-01', '2020-01-01']), 'correct').periods).toEqual(['a 2015-01-01 2020-01-01']);
  });

  it('is refused as history without a start, unless it ends what is known', () => {
    expect(run([], stated(['a', '', '2025-01-01'])).outcomes).toEqual(['valid_from start-missing']);
    expect(run(known(['a', '2020-01-01', '']), stated(['a', '', '2025-01-01'])).periods).toEqual(['a 2020-01-01 2025-01-01']);
  });

  it('takes the place of a row that began on the very day', () => {
    expect(run(known(['a', '2026-01-01', '']), stated(['b', '', ''])).periods).toEqual(['b 2026-01-01 infinity']);
  });
});

describe('a file', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((it) => addDays(isoDate('2025-06-01'), it));
  const line = fc.uniqueArray(day, { minLength: 0, maxLength: 6 }).chain((days) => {
    const starts = [...days].sort();
    return fc.tuple(...starts.map((from, i) => fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean(), fc.boolean()).map(([value, gap, last]): Period<string> => {
      const next = starts[i + 1];
      const to: PeriodEnd = next ? (gap && addDays(from, 5) < next ? addDays(from, 5) : next) : last ? 'infinity' : addDays(from, 30);
      return { id: `${i}`, value, from, to };
    })));
  });
  const file = line.chain((periods) => fc.boolean().map((blank) => periods.map((it, i): StatedPeriod<string> => ({ row: i, from: blank && it.from <= on && on < it.to ? null : it.from, to: it.to, value: it.value }))));
  const modes = fc.constantFrom<ImportMode>('from-effective-date', 'correct');
  const same = (a: string, b: string) => a === b;

  it('changes nothing when it comes again', () => {
    fc.assert(
      fc.property(line, file, modes, (before, rows, mode) => {
        const first = reconcilePeriods(before, rows, { on, mode, same });
        fc.pre(first.outcomes.every(({ kind }) => kind !== 'refused'));
        const again = reconcilePeriods(first.periods, rows, { on, mode, same });
        expect(again.periods).toEqual(first.periods);
        expect(again.outcomes.every(({ kind }) => kind === 'unchanged')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never leaves two periods on one day', () => {
    fc.assert(
      fc.property(line, file, modes, (before, rows, mode) => {
        const { periods } = reconcilePeriods(before, rows, { on, mode, same });
        for (const it of periods) expect(it.from < it.to && isFree(periods, it.from, it.to, it)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives exactly its own rows when nothing was known', () => {
    fc.assert(
      fc.property(file, modes, (rows, mode) => {
        const { periods, outcomes } = reconcilePeriods([], rows, { on, mode, same });
        expect(outcomes.every(({ kind }) => kind === 'new')).toBe(true);
        expect(periods.map(({ value, from, to }) => ({ value, from, to }))).toEqual(rows.map(({ value, from, to }) => ({ value, from: from ?? on, to })));
      }),
    );
  });
});
