import { createHash } from 'node:crypto';
import { rosterRowReader, rosterTemplate } from '@saubac/domain/people';
import { isoDate } from '@saubac/domain/values';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { genericProfile, sampleRoster } from '../src/index.ts';
import { problemsOf } from './problems.ts';
import { columnsOf, covers, effective, periodOf, rowsOf, sortable, type Rows } from './reading.ts';

const sample = (people: number, seed: number, on = effective): Rows => rowsOf(sampleRoster({ profile: genericProfile, people, seed, effective: on }));
const large = sample(6_000, 7);

const digestOf = (rows: Rows): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
const presentOn = (rows: Rows, day: string) => rows.people.filter((row) => row.concurrent === '' && covers(periodOf(row), day));

it('gives the same rows for the same seed, also when they are read twice or in turns, and others for another seed', () => {
  const roster = sampleRoster({ profile: genericProfile, people: 60, seed: 5, effective });
  const inTurns = [];
  const certificates = roster.certificates[Symbol.iterator]();
  for (const row of roster.people) {
    certificates.next();
    inTurns.push(row);
  }
  expect(inTurns).toEqual([...roster.people]);
  expect(digestOf(sample(60, 5))).toBe(digestOf(rowsOf(roster)));
  expect(digestOf(sample(60, 6))).not.toBe(digestOf(rowsOf(roster)));
});

it('still makes the rows that were agreed (a changed digest means that every demo roster changes: say so in the commit)', () => {
  expect(digestOf(sample(300, 7))).toMatchInlineSnapshot(`"867c9edc23c0b6b6"`);
});

it('has exactly the columns of the roster template', () => {
  for (const sheet of ['units', 'posts', 'people', 'certificates'] as const) {
    const keys = new Set(large[sheet].flatMap((row) => Object.keys(row)));
    expect([...keys].toSorted()).toEqual(columnsOf(sheet).toSorted());
  }
});

it('is read by the product without a problem in any cell', () => {
  const problems = rosterTemplate.flatMap((sheet) => {
    const read = rosterRowReader(sheet);
    return large[sheet.key].flatMap((row: Readonly<Record<string, string>>) => read(sheet.columns.map(({ key }) => row[key])).problems);
  });
  expect(problems).toEqual([]);
});

it('has exactly as many people present on the effective date as asked for, whatever the size, seed and date', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.nat(1_000), fc.constantFrom('2020-01-01', '2022-12-31', '2025-06-30', '2025-07-01', '2026-07-31'), (people, seed, day) => {
      const rows = sample(people, seed, isoDate(day));
      expect(new Set(presentOn(rows, day).map(({ id_number }) => id_number)).size).toBe(people);
      expect(problemsOf(rows, day)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

it('is without a fault in its history: periods, units, numbers, words, ages', () => {
  expect(problemsOf(large, effective)).toEqual([]);
});

it('names nobody who could exist: no identification number begins with a province', () => {
  expect(large.people.every(({ id_number }) => /^9\d{11}$/.test(id_number))).toBe(true);
});

it('differs from year end to year end: people come and go, are promoted, move and are put on lists', () => {
  const ends = ['2020', '2021', '2022', '2023', '2024', '2025'].map((year) => presentOn(large, `${year}-12-31`));
  const people = ends.map((rows) => new Set(rows.map(({ id_number }) => id_number)));
  for (const [i, now] of people.entries()) {
    const next = people[i + 1];
    if (!next) continue;
    expect([...next].filter((it) => !now.has(it)).length).toBeGreaterThan(60);
    expect([...now].filter((it) => !next.has(it)).length).toBeGreaterThan(60);
  }
  const shown = ends.map((rows) => [rows.length, rows.filter((it) => it.planned_rank !== '').length, rows.filter((it) => it.training_list === 'x').length].join());
  expect(new Set(shown).size).toBe(ends.length);
});

it('knows districts until 30 June 2025 and none after, and moves their people to communes', () => {
  const tierOn = (code: string, day: string) => large.units.find((it) => it.code === code && covers(periodOf(it), day))?.tier;
  expect(large.units.some((it) => it.tier === 'Cấp huyện' && covers(periodOf(it), '2025-06-30'))).toBe(true);
  expect(large.units.some((it) => it.tier === 'Cấp huyện' && covers(periodOf(it), '2025-07-01'))).toBe(false);
  const officials = (day: string) => presentOn(large, day).filter(({ kind }) => kind === 'Công chức');
  const district = new Set(officials('2025-06-30').filter((it) => tierOn(it.unit_code, '2025-06-30') === 'Cấp huyện').map(({ id_number }) => id_number));
  const moved = officials('2025-07-01').filter((it) => district.has(it.id_number) && tierOn(it.unit_code, '2025-07-01') === 'Cấp xã');
  expect(district.size).toBeGreaterThan(80);
  expect(moved.length).toBeGreaterThan(district.size / 2);
});

it('keeps schools and health stations as units of the same code under another manager', () => {
  const schools = large.units.filter(({ name }) => name.startsWith('Trường Tiểu học') || name.startsWith('Trạm Y tế'));
  const byCode = Map.groupBy(schools, ({ code }) => code);
  for (const versions of byCode.values()) expect(new Set(versions.map(({ parent_code }) => parent_code)).size).toBe(2);
  expect(byCode.size).toBeGreaterThan(100);
});

it('lets every unit that ended name who took it over, unless it was abolished', () => {
  const ended = [...Map.groupBy(large.units, ({ code }) => code).values()].map((versions) => versions.at(-1)!).filter(({ valid_to }) => valid_to !== '');
  expect(ended.length).toBeGreaterThan(100);
  for (const it of ended) expect(it.succession_kind === 'Giải thể' || it.succeeded_by !== '').toBe(true);
  expect(ended.some(({ succession_kind, succeeded_by }) => succession_kind === 'Giải thể' && succeeded_by === '')).toBe(true);
});

it('stays low, as in reality, and grows: few civil servants hold a certificate of the upper levels, more in 2025 than in 2020', () => {
  const upper = new Map(large.certificates
    .filter(({ state, type_code, score, grade }) => state === 'Đã xác minh' && ((type_code === 'vstep-3-5' && Number(score) >= 6) || (type_code === 'framework' && (grade === 'B2' || grade === 'C1'))))
    .map((row) => [row.id_number, sortable(row.exam_date)]));
  const share = (day: string): number => {
    const officials = presentOn(large, day).filter(({ kind }) => kind === 'Công chức');
    return officials.filter(({ id_number }) => (upper.get(id_number) ?? '9') <= day).length / officials.length;
  };
  expect(share('2020-12-31')).toBeLessThan(0.03);
  expect(share('2025-12-31')).toBeLessThan(0.08);
  expect(share('2025-12-31')).toBeGreaterThan(share('2020-12-31'));
});

it('knows some birth dates by the year only, some not at all, and some flags not', () => {
  const people = [...Map.groupBy(large.people, ({ id_number }) => id_number).values()].map((rows) => rows[0]!);
  const part = (matches: (birth: string) => boolean): number => people.filter(({ birth_date }) => matches(birth_date)).length / people.length;
  expect(part((birth) => birth === '')).toBeLessThan(0.005);
  expect(part((birth) => birth === '')).toBeGreaterThan(0);
  expect(part((birth) => /^\d{4}$/.test(birth))).toBeGreaterThan(0.02);
  expect(large.people.some(({ leader }) => leader === '?')).toBe(true);
});

it('refuses a number of people or a date it can tell nothing of', () => {
  expect(() => sampleRoster({ profile: genericProfile, people: 0, seed: 1, effective })).toThrow(RangeError);
  expect(() => sampleRoster({ profile: genericProfile, people: 5, seed: 1, effective: isoDate('2019-12-31') })).toThrow(RangeError);
});
