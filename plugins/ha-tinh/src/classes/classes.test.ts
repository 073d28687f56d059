import { addDays, isoDate } from '@saubac/domain/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { capacityOf, type ClassOf, classStates, moveClass, seatsLeft } from './class-state.ts';
import { decideList, keepingOrder, type OnTrial, proposedCut } from './official-list.ts';

const startsOn = isoDate('2026-03-02');
const planned: ClassOf = { state: 'planned', seats: 20, decisionNumber: '12/QĐ-SNgV', startsOn, endsOn: isoDate('2026-06-30'), trialEndsOn: null };
const over = isoDate('2026-03-16');

const onTrial = fc.record<OnTrial>({
  enrolment: fc.uuid(),
  worksWithLaos: fc.boolean(),
  share: fc.option(fc.integer({ min: 0, max: 10_000 })),
  proposedOn: fc.integer({ min: 0, max: 5 }).map((it) => addDays(startsOn, it)),
});
const anyList = fc.uniqueArray(onTrial, { maxLength: 30, selector: (it) => it.enrolment });

describe('a class', () => {
  it('takes a part of a person for nobody: what is over is rounded down', () => {
    expect([capacityOf(20, 20), capacityOf(9, 20), capacityOf(4, 20), capacityOf(25, 0)]).toEqual([24, 10, 4, 25]);
  });

  it('has seats while it is open or on trial, over its seats up to its capacity, and none before or after', () => {
    expect(classStates.map((state) => seatsLeft({ state, capacity: 24 }, 20))).toEqual([0, 4, 4, 0, 0]);
    expect(seatsLeft({ state: 'open', capacity: 24 }, 25)).toBe(0);
  });

  it('opens by a decision, goes on trial when it begins, and ends when it is over', () => {
    expect(moveClass({ ...planned, decisionNumber: null }, 'open', startsOn, 14)).toMatchObject({ failure: { kind: 'no-decision' } });
    expect(moveClass(planned, 'open', startsOn, 14)).toMatchObject({ value: { state: 'open' } });
    const open: ClassOf = { ...planned, state: 'open' };
    expect(moveClass(open, 'beginTrial', addDays(startsOn, -1), 14)).toMatchObject({ failure: { kind: 'not-begun', on: startsOn } });
    expect(moveClass(open, 'beginTrial', addDays(startsOn, 3), 14)).toMatchObject({ value: { state: 'trial', trialEndsOn: '2026-03-16' } });
    expect(moveClass({ ...open, state: 'official' }, 'end', isoDate('2026-06-29'), 14)).toMatchObject({ failure: { kind: 'not-over' } });
    expect(moveClass({ ...open, state: 'official' }, 'end', isoDate('2026-06-30'), 14)).toMatchObject({ value: { state: 'ended' } });
  });

  it('skips no state', () => {
    for (const state of classStates) for (const move of ['open', 'beginTrial', 'end'] as const) expect(moveClass({ ...planned, state }, move, isoDate('2027-01-01'), 14).ok).toBe(state === { open: 'planned', beginTrial: 'open', end: 'official' }[move]);
  });
});

describe('the official list', () => {
  it('keeps who works with Laos first, then who attended more, then who was proposed earlier', () => {
    const of = (enrolment: string, worksWithLaos: boolean, share: number | null, days = 0): OnTrial => ({ enrolment, worksWithLaos, share, proposedOn: addDays(startsOn, days) });
    const list = [of('late', false, 9_000, 2), of('early', false, 9_000, 1), of('border', true, 100), of('never', false, null), of('seldom', false, 0)];
    expect(keepingOrder(list).map((it) => it.enrolment)).toEqual(['border', 'early', 'late', 'seldom', 'never']);
    expect(proposedCut(list, 3).map((it) => it.enrolment)).toEqual(['seldom', 'never']);
  });

  it('comes out the same in whatever order it is asked for, and everybody is either kept or cut', () => {
    fc.assert(
      fc.property(anyList, fc.nat({ max: 30 }), (list, seats) => {
        const cut = proposedCut(list, seats);
        expect(proposedCut(list.toReversed(), seats)).toEqual(cut);
        expect(cut).toHaveLength(Math.max(0, list.length - seats));
        expect(new Set([...keepingOrder(list).slice(0, seats), ...cut])).toEqual(new Set(list));
      }),
    );
  });

  it('cuts nobody from a later place in the order to keep somebody from an earlier one', () => {
    fc.assert(
      fc.property(anyList, fc.nat({ max: 30 }), (list, seats) => {
        const cut = new Set(proposedCut(list, seats));
        const kept = list.filter((it) => !cut.has(it));
        expect([...cut].some((it) => it.worksWithLaos) && kept.some((it) => !it.worksWithLaos)).toBe(false);
      }),
    );
  });

  it('as it is proposed is always allowed, and takes each learner once', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 1, max: 30 }), (list, seats) => {
        const ids = list.map((it) => it.enrolment);
        const cuts = proposedCut(list, seats).map(({ enrolment }) => ({ enrolment, reason: 'Vượt số chỗ' }));
        const decided = decideList({ state: 'trial', seats, trialEndsOn: over }, ids, cuts, over);
        expect(decided.ok && decided.value.map((it) => it.enrolment)).toEqual(ids);
      }),
    );
  });

  it('needs the trial to be over, a reason for each cut, people of the class, and no more than the seats', () => {
    const trial = { state: 'trial' as const, seats: 1, trialEndsOn: over };
    const cut = (enrolment: string, reason = 'Nghỉ nhiều') => ({ enrolment, reason });
    expect(decideList({ ...trial, state: 'open' }, ['a'], [], over)).toMatchObject({ failure: { kind: 'not-on-trial' } });
    expect(decideList(trial, ['a'], [], addDays(over, -1))).toMatchObject({ failure: { kind: 'trial-not-over', on: over } });
    expect(decideList(trial, ['a', 'b'], [], over)).toMatchObject({ failure: { kind: 'over-seats', kept: 2, seats: 1 } });
    expect(decideList(trial, ['a', 'b'], [cut('c')], over)).toMatchObject({ failure: { kind: 'not-in-class', enrolment: 'c' } });
    expect(decideList(trial, ['a', 'b'], [cut('b', '  ')], over)).toMatchObject({ failure: { kind: 'reason-missing', enrolment: 'b' } });
    expect(decideList(trial, ['a', 'b'], [cut('b'), cut('b')], over)).toMatchObject({ ok: true, value: [{ outcome: 'official' }, { outcome: 'cut' }] });
  });
});
