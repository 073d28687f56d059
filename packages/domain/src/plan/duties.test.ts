import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../values/index.ts';
import { decideMove, type Mover } from '../workflow/index.ts';
import { daysLate, type DutyInHand, dutiesOfYear, planTaskFlow } from './duties.ts';
import { examplePlan } from './example-plan.ts';
import type { PlanFile } from './plan-file.ts';

const task = (change: Partial<PlanFile['tasks'][number]>): PlanFile['tasks'][number] => ({ ...(examplePlan as unknown as PlanFile).tasks[0]!, lead: ['home-affairs'], recurs: 'yearly', ...change });
const plan = (change: Partial<PlanFile['tasks'][number]>) => ({ period: { from: isoDate('2020-08-12'), to: isoDate('2030-12-31') }, tasks: [task(change)] });
const days = (change: Partial<PlanFile['tasks'][number]>, year: number) => dutiesOfYear(plan(change), year).map((it) => [it.from, it.to]);

describe('the duties of a year', () => {
  it('are due by its end where a task goes on or recurs yearly, and begin with the plan', () => {
    expect(days({ recurs: 'continuous' }, 2026)).toEqual([['2026-01-01', '2026-12-31']]);
    expect(days({}, 2020)).toEqual([['2020-08-12', '2020-12-31']]);
    expect(days({}, 2031)).toEqual([]);
  });

  it('are due once in five years, or once, where the plan says so', () => {
    expect(days({ recurs: 'five-yearly' }, 2027)).toEqual([['2026-01-01', '2030-12-31']]);
    expect(days({ recurs: 'five-yearly' }, 2025)).toEqual([['2021-01-01', '2025-12-31']]);
    expect(days({ recurs: 'once', period: { from: isoDate('2024-03-01'), to: isoDate('2026-06-30') } }, 2025)).toEqual([['2024-03-01', '2026-06-30']]);
    expect(days({ recurs: 'once', period: { from: isoDate('2024-03-01'), to: isoDate('2026-06-30') } }, 2027)).toEqual([]);
  });

  it('are none where a task is done on demand', () => {
    expect(days({ recurs: 'on-demand' }, 2026)).toEqual([]);
  });

  it('are one for each body that leads, within the task’s own time, and the same whenever they are asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2019, max: 2032 }), fc.constantFrom('once', 'continuous', 'yearly', 'five-yearly' as const), fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), (year, recurs, lead) => {
        const it = plan({ recurs, lead });
        const duties = dutiesOfYear(it, year);
        expect(duties).toEqual(dutiesOfYear(it, year));
        expect([0, lead.length]).toContain(duties.length);
        for (const { from, to } of duties) expect(from <= to && from >= it.period.from && to <= it.period.to && from <= `${year}-12-31` && to >= `${year}-01-01`).toBe(true);
      }),
    );
  });
});

describe('days late', () => {
  const [to, today] = [isoDate('2026-10-29'), isoDate('2026-11-10')];
  it('run until today while a duty is open, and end with the day on which it was handed in', () => {
    expect(daysLate({ state: 'open', to, reportedOn: null }, today)).toBe(12);
    expect(daysLate({ state: 'open', to, reportedOn: null }, to)).toBe(0);
    expect(daysLate({ state: 'accepted', to, reportedOn: isoDate('2026-11-01') }, today)).toBe(3);
    expect(daysLate({ state: 'reported', to, reportedOn: isoDate('2026-10-01') }, today)).toBe(0);
  });

  it('go on for what was sent back, and are none for what was dropped', () => {
    expect(daysLate({ state: 'open', to, reportedOn: isoDate('2026-10-01') }, today)).toBe(12);
    expect(daysLate({ state: 'dropped', to, reportedOn: null }, today)).toBe(0);
  });
});

const anybody: Mover = { by: 'person', id: 'me', may: () => true };
const duty = (change: Partial<DutyInHand>): DutyInHand => ({ id: 'd', title: { vi: 'Quán triệt' }, body: 'home-affairs', to: isoDate('2026-12-31'), report: null, files: 0, ...change });
const moved = (move: string, state: string, it: DutyInHand, lastBy: Record<string, string> = {}, reason?: string) => decideMove(planTaskFlow, { state, openedBy: 'x', lastBy }, move, anybody, it, reason);

describe('a duty', () => {
  it('is reported with words and a proof: a figure, a document or a file', () => {
    expect(moved('report', 'open', duty({}))).toMatchObject({ failure: { refusals: ['refusal.saysWhatWasDone', 'refusal.isProven'] } });
    expect(moved('report', 'open', duty({ report: { text: 'Đã họp', figure: null, document: null } }))).toMatchObject({ failure: { refusals: ['refusal.isProven'] } });
    for (const it of [duty({ report: { text: 'x', figure: 0, document: null } }), duty({ report: { text: 'x', figure: null, document: '12/BC' } }), duty({ report: { text: 'x', figure: null, document: null }, files: 1 })]) expect(moved('report', 'open', it).ok).toBe(true);
  });

  it('is accepted by another person than the one who reported it, and sent back with a reason', () => {
    expect(moved('accept', 'reported', duty({}), { report: 'me' })).toMatchObject({ failure: { kind: 'second-person-needed' } });
    expect(moved('accept', 'reported', duty({}), { report: 'other' }).ok).toBe(true);
    expect(moved('sendBack', 'reported', duty({}))).toMatchObject({ failure: { kind: 'reason-needed' } });
  });
});
