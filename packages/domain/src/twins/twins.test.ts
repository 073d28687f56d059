import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Birth, Career, Period, Posting } from '../people/index.ts';
import { addDays, type IsoDate, isoDate, type PersonId, type UnitId } from '../values/index.ts';
import { birthLikeness, compareTwins, mergeCareers, mergedFields, nameLikeness, numberLikeness, type TwinRecord } from './index.ts';

const birth = (date: string, precision: Birth['precision'] = 'day'): Birth => ({ date: isoDate(date), precision });

describe('two names', () => {
  it('are the same in any Unicode form and case, alike without accents, in another order, or without middle names', () => {
    expect(nameLikeness('Nguyễn Thị Lan', 'NGUYỄN  THỊ LAN'.normalize('NFD'))).toBe('name-same');
    expect(nameLikeness('Nguyễn Thị Lan', 'NGUYEN THI LAN')).toBe('name-without-accents');
    expect(nameLikeness('Đỗ Văn Đức', 'do van duc')).toBe('name-without-accents');
    expect(nameLikeness('Nguyễn Thị Lan', 'Lan Nguyễn Thị')).toBe('name-other-order');
    expect(nameLikeness('Nguyễn Thị Ngọc Lan', 'Nguyen Ngoc Lan')).toBe('name-middle-missing');
    expect(nameLikeness('Nguyễn Thị Lan', 'Trần Thị Lan')).toBeUndefined();
    expect(nameLikeness('Nguyễn Thị Lan', 'Nguyễn Văn Lan')).toBeUndefined();
  });
});

describe('two birth dates', () => {
  it('agree as far as both are known', () => {
    expect(birthLikeness(birth('1980-03-04'), birth('1980-03-04'))).toBe('birth-same');
    expect(birthLikeness(birth('1980-03-04'), birth('1980-04-03'))).toBe('birth-day-month-swapped');
    expect(birthLikeness(birth('1980-03-04'), birth('1980-01-01', 'year'))).toBe('birth-partly-known');
    expect(birthLikeness(birth('1980-03-04'), birth('1980-04-01', 'month'))).toBe('birth-differs');
    expect(birthLikeness(null, birth('1980-04-01'))).toBeUndefined();
  });
});

describe('two identification numbers', () => {
  it('are near when one digit or two neighbours differ', () => {
    expect(numberLikeness('001085012345', '001085012346')).toBe('number-one-digit');
    expect(numberLikeness('001085012345', '001085012354')).toBe('number-two-swapped');
    expect(numberLikeness('001085012345', '001085013344')).toBe('number-far');
    expect(numberLikeness(null, '001085013344')).toBeUndefined();
  });
});

const names = ['Nguyễn Thị Lan', 'NGUYEN THI LAN', 'Lan Nguyễn Thị', 'Nguyễn Thị Ngọc Lan', 'Trần Văn An'];
const births = fc.option(fc.record({ date: fc.constantFrom('1980-03-04', '1980-04-03', '1980-01-01', '1991-01-01').map(isoDate), precision: fc.constantFrom('day' as const, 'month' as const, 'year' as const) }), { nil: null });
const records: fc.Arbitrary<TwinRecord> = fc.record({
  id: fc.uuid().map((it) => it as PersonId),
  fullName: fc.constantFrom(...names),
  birth: births,
  sex: fc.constantFrom('female' as const, 'male' as const, null),
  idNumber: fc.constantFrom('001085012345', '001085012346', '001085012354', '079085999999', null),
  unit: fc.constantFrom('u1' as UnitId, 'u2' as UnitId, 'u3' as UnitId, null),
  certificates: fc.subarray(['ielts 1', 'ielts 2', 'hsk 1']),
});
const succeeds = (unit: UnitId, successor: UnitId): boolean => unit === 'u1' && successor === 'u2';

describe('the likeness of two records', () => {
  it('is the same whichever comes first, in whole points, and never a certainty', () => {
    fc.assert(
      fc.property(records, records, (one, other) => {
        const likeness = compareTwins(one, other, succeeds);
        expect(compareTwins(other, one, succeeds)).toEqual(likeness);
        expect(Number.isInteger(likeness.score) && likeness.score >= 0 && likeness.score <= 99).toBe(true);
      }),
    );
  });

  it('never falls when a field becomes what the other record says', () => {
    const fields = ['fullName', 'sex', 'idNumber', 'unit', 'certificates'] as const;
    fc.assert(
      fc.property(records, records, fc.constantFrom(...fields), (one, other, field) => {
        const nearer = { ...other, [field]: one[field] };
        const isKnown = Array.isArray(one[field]) ? (one[field] as readonly string[]).length > 0 : one[field] !== null;
        if (isKnown) expect(compareTwins(one, nearer, succeeds).score).toBeGreaterThanOrEqual(compareTwins(one, other, succeeds).score);
      }),
    );
  });

  it('names each sign with its points', () => {
    const one: TwinRecord = { id: 'a' as PersonId, fullName: 'Nguyễn Thị Lan', birth: birth('1980-03-04'), sex: 'female', idNumber: '001085012345', unit: 'u1' as UnitId, certificates: [] };
    expect(compareTwins(one, { ...one, id: 'b' as PersonId, fullName: 'NGUYEN THI LAN', idNumber: '001085012354', unit: 'u2' as UnitId, birth: birth('1980-04-03') }, succeeds)).toEqual({
      score: 85,
      reasons: [{ reason: 'number-two-swapped', points: 25 }, { reason: 'name-without-accents', points: 30 }, { reason: 'birth-day-month-swapped', points: 22 }, { reason: 'unit-succeeding', points: 8 }],
    });
  });
});

const posting = (unit: string): Posting => ({ unit, post: null, kind: 'civil-servant', rank: null, office: null, officeRank: null, leader: null });
const day = (it: number): IsoDate => addDays(isoDate('2020-01-01'), it);
const line = <V>(value: fc.Arbitrary<V>): fc.Arbitrary<Period<V>[]> =>
  fc.tuple(fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 6 }), fc.array(fc.tuple(value, fc.boolean()), { minLength: 6, maxLength: 6 })).map(([bounds, values]) => {
    const sorted = bounds.toSorted((a, b) => a - b);
    return sorted.slice(0, -1).flatMap((from, at) => { const [it, held] = values[at]!; return held ? [{ id: `${from}-${at}`, from: day(from), to: day(sorted[at + 1]!), value: it }] : []; });
  });
const careers: fc.Arbitrary<Career> = fc.record({ main: line(fc.constantFrom(...['A', 'B', 'C'].map(posting))), concurrent: fc.constant([]), planned: line(fc.constantFrom(2, 3)), training: line(fc.constant(true as const)) });
const on = <V>(periods: readonly Period<V>[], it: IsoDate): V[] => periods.filter(({ from, to }) => from <= it && it < to).map(({ value }) => value);
const days = Array.from({ length: 32 }, (_, it) => day(it));

describe('two careers made one', () => {
  it('hold on every day one main post of a record, by the choice where both hold one, and the lists of both', () => {
    fc.assert(
      fc.property(careers, careers, fc.constantFrom('staying' as const, 'going' as const, 'beside' as const), (staying, going, choice) => {
        const merged = mergeCareers(staying, going, choice);
        if (!merged.ok) throw new Error('refused');
        for (const it of days) {
          const [own] = on(staying.main, it);
          const [other] = on(going.main, it);
          expect(on(merged.value.main, it)).toEqual([choice === 'going' ? (other ?? own) : (own ?? other)].filter((post) => post !== undefined));
          expect(on(merged.value.planned, it)).toEqual([on(staying.planned, it)[0] ?? on(going.planned, it)[0]].filter((post) => post !== undefined));
          expect(on(merged.value.training, it).length).toBe(on(staying.training, it).length + on(going.training, it).length > 0 ? 1 : 0);
          if (choice === 'beside' && own && other && own.unit !== other.unit) expect(on(merged.value.concurrent, it)).toEqual([other]);
        }
      }),
    );
  });

  it('are refused without a choice exactly where both hold different main posts on a day', () => {
    fc.assert(
      fc.property(careers, careers, (staying, going) => {
        const clash = days.some((it) => { const [own] = on(staying.main, it); const [other] = on(going.main, it); return own && other && own.unit !== other.unit; });
        expect(mergeCareers(staying, going).ok).toBe(!clash);
      }),
    );
  });
});

describe('the fields of two records', () => {
  const staying = { fullName: 'A', birth: null, sex: null, ethnicity: 'Kinh', idNumber: null, user: null };
  const going = { fullName: 'B', birth: birth('1980-01-01'), sex: 'male' as const, ethnicity: null, idNumber: '001085012345', user: null };

  it('are those of the one that stays, but nothing known is lost', () => {
    expect(mergedFields(staying, going, { fullName: 'going', ethnicity: 'going' })).toEqual({ ok: true, value: { ...going, ethnicity: 'Kinh' } });
  });

  it('with two accounts need a choice', () => {
    const both = [{ ...staying, user: 'u' as never }, { ...going, user: 'v' as never }] as const;
    expect(mergedFields(...both, {})).toEqual({ ok: false, failure: { kind: 'two-accounts' } });
    expect(mergedFields(...both, { user: 'going' })).toMatchObject({ value: { user: 'v' } });
  });
});
