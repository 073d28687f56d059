import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, type IsoDate } from '../values/index.ts';
import { departFrom, hasOneMainPost, reconcilePerson, type Career, type Posting, type StatedPosting } from './reconcile-person.ts';
import type { ImportMode } from './reconcile-periods.ts';

const on = isoDate('2026-01-01');
const rules = { on, mode: 'from-effective-date' } as const;
const posting = (unit: string, more: Partial<Posting> = {}): Posting => ({ unit, post: null, kind: 'civil-servant', rank: null, office: null, officeRank: 0, leader: false, ...more });
const row = (unit: string, from: string | null, more: Partial<StatedPosting> = {}): StatedPosting => ({
  row: 2, main: true, planned: null, training: false, from: from as IsoDate | null, to: 'infinity', value: posting(unit), ...more,
});
const nobody: Career = { main: [], concurrent: [], planned: [], training: [] };
const career = (stated: StatedPosting[], known = nobody, mode: ImportMode = 'from-effective-date') => reconcilePerson(known, stated, { on, mode });
const days = (periods: readonly { from: string; to: string }[]) => periods.map(({ from, to }) => `${from} ${to}`);

describe('a career', () => {
  it('moves to another unit on the effective date, the old main post closed', () => {
    const known = career([row('A', '2020-01-01')]).career;
    const moved = career([row('B', null)], known);
    expect(moved.career.main.map((it) => `${it.value.unit} ${it.from} ${it.to}`)).toEqual(['A 2020-01-01 2026-01-01', 'B 2026-01-01 infinity']);
    expect(moved.outcomes[0]).toMatchObject({ kind: 'changed', since: on, fields: [{ column: 'unit_code', old: 'A', new: 'B' }] });
  });

  it('names every field that changed, old and new', () => {
    const known = career([row('A', '2020-01-01')]).career;
    const { outcomes } = career([row('A', null, { value: posting('A', { office: 'Trưởng phòng', officeRank: 20, leader: true }) })], known);
    expect(outcomes[0]).toMatchObject({ fields: [{ column: 'office', old: null, new: 'Trưởng phòng' }, { column: 'office_rank', old: '0', new: '20' }, { column: 'leader', old: 'false', new: 'true' }] });
  });

  it('keeps a concurrent post beside the main one, matched by unit and post', () => {
    const known = career([row('A', '2020-01-01'), row('B', '2021-01-01', { row: 3, main: false })]).career;
    const again = career([row('A', null), row('B', null, { row: 3, main: false, value: posting('B', { leader: true }) })], known).career;
    expect(days(again.main)).toEqual(['2020-01-01 infinity']);
    expect(days(again.concurrent)).toEqual(['2021-01-01 2026-01-01', '2026-01-01 infinity']);
  });

  it('ends a concurrent post that becomes the main one', () => {
    const known = career([row('A', '2020-01-01'), row('B', '2021-01-01', { row: 3, main: false })]).career;
    const promoted = career([row('B', null)], known).career;
    expect(days(promoted.concurrent)).toEqual(['2021-01-01 2026-01-01']);
  });

  it('begins a list on the effective date when the post itself has not changed, and with the post when it is new', () => {
    const known = career([row('A', '2020-01-01')]).career;
    expect(days(career([row('A', '2020-01-01', { planned: 20, training: true })], known).career.planned)).toEqual(['2026-01-01 infinity']);
    expect(days(career([row('A', '2020-01-01', { planned: 20, training: true })]).career.training)).toEqual(['2020-01-01 infinity']);
  });

  it('joins neighbouring rows of one list', () => {
    const stated = [row('A', '2015-01-01', { to: isoDate('2020-01-01'), planned: 20 }), row('B', '2020-01-01', { row: 3, planned: 20 })];
    expect(days(career(stated).career.planned)).toEqual(['2015-01-01 infinity']);
  });

  it('rewrites a list for the whole row when correcting', () => {
    const known = career([row('A', '2020-01-01')]).career;
    expect(days(career([row('A', null, { planned: 20 })], known, 'correct').career.planned)).toEqual(['2020-01-01 infinity']);
  });

  it('keeps what a later file said of a list from an older file, unless correcting', () => {
    const known: Career = { ...career([row('A', '2020-01-01')]).career, planned: [{ from: isoDate('2026-03-01'), to: 'infinity', value: 20 }], training: [{ from: isoDate('2020-01-01'), to: isoDate('2026-03-01'), value: true }] };
    const problems = (stated: StatedPosting[], mode?: ImportMode) => career(stated, known, mode).outcomes.map((it) => (it.kind === 'refused' ? `${it.problem.column} ${it.problem.kind}` : it.kind));
    expect(problems([row('A', '2020-01-01', { planned: 30, training: true })])).toEqual(['planned_rank overlaps-known']);
    expect(problems([row('B', '2020-01-01', { planned: 20, training: true })])).toEqual(['training_list overlaps-known']);
    expect(problems([row('A', '2020-01-01', { planned: 20, training: true })])).toEqual(['changed']);
    expect(problems([row('A', '2020-01-01', { planned: 30, training: true })], 'correct')).toEqual(['changed']);
  });

  it('goes on with its lists when a post goes on beyond its known end', () => {
    const known = career([row('A', '2020-01-01', { to: isoDate('2026-06-01'), training: true })]).career;
    expect(days(career([row('A', '2020-01-01', { training: true })], known).career.training)).toEqual(['2020-01-01 infinity']);
  });

  it('ends with its lists when somebody departs', () => {
    const known = career([row('A', '2020-01-01', { training: true }), row('B', '2021-01-01', { row: 3, main: false })]).career;
    const gone = departFrom(known, new Set(['A', 'B']), on);
    expect([days(gone.main), days(gone.concurrent), days(gone.training)]).toEqual([['2020-01-01 2026-01-01'], ['2021-01-01 2026-01-01'], ['2020-01-01 2026-01-01']]);
  });
});

describe('the same file', () => {
  const cuts = ['2018-01-01', '2020-01-01', '2022-01-01', '2025-06-01', '2026-01-01', '2026-06-01'] as IsoDate[];
  const value = fc.record({ unit: fc.constantFrom('A', 'B'), leader: fc.constantFrom(true, false, null), planned: fc.constantFrom(null, 20, 30), training: fc.boolean(), held: fc.boolean() });
  const file = fc.tuple(...cuts.map(() => value)).chain((values) =>
    fc.boolean().map((blank): StatedPosting[] => {
      const main = values.flatMap((it, i): StatedPosting[] => {
        const from = cuts[i]!;
        const to = cuts[i + 1] ?? 'infinity';
        const open = from <= on && on < to;
        return it.held ? [row(it.unit, blank && open ? null : from, { row: i, to, value: posting(it.unit, { leader: it.leader }), planned: it.planned, training: it.training })] : [];
      });
      return [...main, row('C', blank ? null : '2019-01-01', { row: 9, main: false })];
    }),
  );
  const modes = fc.constantFrom<ImportMode>('from-effective-date', 'correct');

  it('changes nothing when it comes again, and leaves one main post a day', () => {
    fc.assert(
      fc.property(file, file, modes, (before, after, mode) => {
        const known = reconcilePerson(nobody, before, rules).career;
        const first = reconcilePerson(known, after, { on, mode });
        expect(hasOneMainPost(first.career)).toBe(true);
        fc.pre(first.outcomes.every(({ kind }) => kind !== 'refused'));
        const again = reconcilePerson(first.career, after, { on, mode });
        expect(again.career).toEqual(first.career);
        expect(again.outcomes.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
