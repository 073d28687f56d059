import { describe, expect, it } from 'vitest';
import { type Permission, type Role, roleHolds } from '../access/index.ts';
import { isoDate } from '../values/index.ts';
import { checkWorkflow, decideMove, type Mover, movesOpenTo } from '../workflow/index.ts';
import { examplePlan } from './example-plan.ts';
import { isOnItsWay, partsOfPlan, type PlanOnItsWay, planVersionFlow } from './plan-version-flow.ts';

const good: PlanOnItsWay = { id: 'd', title: { vi: 'Kế hoạch' }, from: isoDate('2026-01-01'), statement: { from: isoDate('2026-01-01'), parts: {} }, problems: 0, obstacle: null, ownWriting: false, asChecked: true };
const as = (role: Role, id: string = role): Mover => ({ by: 'person', id, may: (permission) => roleHolds(role, permission as Permission) });
const standing = (state: string, lastBy: Record<string, string> = { submit: 'home-affairs-officer' }) => ({ state, openedBy: 'home-affairs-officer', lastBy });
const flow = planVersionFlow as unknown as Parameters<typeof decideMove<PlanOnItsWay>>[0];
const decide = (state: string, move: string, by: Mover, subject: Partial<PlanOnItsWay> = {}, reason?: string) => decideMove(flow, standing(state), move, by, { ...good, ...subject }, reason);

describe('a plan on its way to be in force', () => {
  it('has states that are reached and left', () => {
    expect(checkWorkflow(planVersionFlow as never, () => true)).toEqual([]);
    expect(['draft', 'waiting-check', 'checked', 'approved', 'withdrawn'].filter(isOnItsWay)).toEqual(['waiting-check', 'checked']);
  });

  it('is handed in by the officer, checked by the head, approved by the committee', () => {
    expect(decide('draft', 'submit', as('home-affairs-officer'))).toMatchObject({ value: { to: 'waiting-check' } });
    expect(decide('waiting-check', 'check', as('home-affairs-head'))).toMatchObject({ value: { to: 'checked' } });
    expect(decide('checked', 'approve', as('committee-approver'))).toMatchObject({ value: { to: 'approved' } });
    expect(decide('waiting-check', 'check', as('committee-approver'))).toMatchObject({ failure: { kind: 'forbidden', permission: 'plan.check' } });
    expect(decide('checked', 'approve', as('home-affairs-officer'))).toMatchObject({ failure: { kind: 'forbidden', permission: 'plan.put-in-force' } });
  });

  it('is checked and approved by one head where there is no other, who has neither handed it in nor written last in it', () => {
    const checked = standing('checked', { submit: 'home-affairs-officer', check: 'home-affairs-head' });
    expect(decideMove(flow, checked, 'approve', as('home-affairs-head'), good)).toMatchObject({ ok: true });
    expect(decideMove(flow, standing('waiting-check', { submit: 'x' }), 'check', as('home-affairs-head', 'x'), good)).toMatchObject({ failure: { kind: 'second-person-needed', first: 'submit' } });
    expect(decide('checked', 'approve', as('home-affairs-head'), { ownWriting: true })).toMatchObject({ failure: { refusals: ['refusal.wasWrittenByAnother'] } });
  });

  it.each([
    [{ from: null }, 'hasDay'], [{ problems: 2 }, 'hasNoProblems'], [{ obstacle: 'after-the-plan-ended' }, 'beginsWithinItsTime'], [{ obstacle: 'another-version-on-that-day' }, 'hasItsDayToItself'],
    [{ obstacle: 'territory-taken' }, 'hasItsUnitsToItself'], [{ obstacle: 'reaches-unknown-units' }, 'knowsItsUnits'], [{ asChecked: false }, 'isAsChecked'],
  ] as const)('is not approved with %o', (subject, refusal) => {
    expect(decide('checked', 'approve', as('committee-approver'), subject)).toMatchObject({ failure: { refusals: [`refusal.${refusal}`] } });
  });

  it('goes back only with a reason', () => {
    for (const [state, move, role] of [['waiting-check', 'sendBack', 'home-affairs-head'], ['checked', 'returnChecked', 'committee-approver']] as const) {
      expect(decide(state, move, as(role))).toMatchObject({ failure: { kind: 'reason-needed' } });
      expect(decide(state, move, as(role), {}, 'Sai tỷ lệ')).toMatchObject({ value: { to: 'draft' } });
    }
  });

  it('on its way is changed and withdrawn by its author alone, and a change has it checked again', () => {
    expect(decide('checked', 'change', as('home-affairs-officer'))).toMatchObject({ value: { to: 'waiting-check' } });
    expect(decide('checked', 'change', as('home-affairs-officer', 'another'))).toMatchObject({ failure: { kind: 'not-the-opener' } });
    expect(movesOpenTo(flow, standing('checked'), as('home-affairs-officer', 'another'), good)).toEqual([]);
    expect(movesOpenTo(flow, standing('checked'), as('home-affairs-officer'), good).map((it) => it.move)).toEqual(['change', 'withdraw']);
  });
});

describe('the parts of a plan', () => {
  it('are its elements by their ids, and its other sections', () => {
    const parts = partsOfPlan(examplePlan);
    expect(parts.get('targets.officials-2025')).toBe(examplePlan.targets[0]);
    expect(parts.get('period')).toBe(examplePlan.period);
    expect([...parts.keys()].filter((it) => it === 'targets')).toEqual([]);
  });

  it('of what is no plan yet are what there is', () => {
    expect([...partsOfPlan({ targets: [], title: 'x', tasks: [{ id: 'a' }, {}] }).keys()]).toEqual(['targets', 'title', 'tasks']);
    expect(partsOfPlan(null).size).toBe(0);
  });
});
