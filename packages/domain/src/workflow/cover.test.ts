import { describe, expect, it } from 'vitest';
import { isoDate, type UserId } from '../values/index.ts';
import { checkCover, decideMove, longestCover, type Mover, type Workflow, workflowFor } from './index.ts';

const [an, binh] = ['an', 'binh'] as [UserId, UserId];
const today = isoDate('2026-01-12');
const wish = { covered: an, covering: binh, from: today, to: isoDate('2026-01-16') };

describe('a cover', () => {
  it('is of one person for another, from today or later, for a year at most', () => {
    expect(checkCover(wish, today)).toEqual({ ok: true, value: null });
    expect(checkCover({ ...wish, to: today }, today).ok).toBe(true);
    expect(checkCover({ ...wish, covering: an }, today)).toMatchObject({ failure: { kind: 'covers-himself' } });
    expect(checkCover({ ...wish, from: isoDate('2026-01-11') }, today)).toMatchObject({ failure: { kind: 'cover-days-wrong' } });
    expect(checkCover({ ...wish, from: isoDate('2026-01-17') }, today)).toMatchObject({ failure: { kind: 'cover-days-wrong' } });
    expect(checkCover({ ...wish, to: isoDate('2028-01-01') }, today)).toMatchObject({ failure: { kind: 'cover-too-long', days: longestCover } });
  });
});

describe('an act of two people', () => {
  const flow = workflowFor<null>()({
    id: 'two', states: ['draft', 'sent', 'done'], initial: 'draft', final: ['done'],
    moves: { send: { from: 'draft', to: 'sent', permission: 'write' }, sign: { from: 'sent', to: 'done', permission: 'sign', otherThan: ['send'] }, takeBack: { from: 'sent', to: 'draft', permission: 'write', by: 'opener' } },
  }) as unknown as Workflow<null>;
  const mover = (id: string, inPlaceOf?: string): Mover => ({ by: 'person', id, inPlaceOf, may: () => true });
  const sign = (sentBy: string | readonly string[], by: Mover) => decideMove(flow, { state: 'sent', openedBy: 'an', lastBy: { send: sentBy } }, 'sign', by, null).ok;

  it('is never done by one person in two roles, nor by somebody in the place of who did the first half', () => {
    expect(sign('an', mover('binh'))).toBe(true);
    expect(sign('an', mover('an'))).toBe(false);
    expect(sign('an', mover('binh', 'an'))).toBe(false);
    expect(sign('binh', mover('binh', 'an'))).toBe(false);
    expect(sign(['binh', 'an'], mover('binh'))).toBe(false);
    expect(sign(['binh', 'an'], mover('an'))).toBe(false);
    expect(sign(['binh', 'an'], mover('chi', 'dung'))).toBe(true);
    expect(sign('chi', mover('binh', 'an'))).toBe(true);
  });

  it('lets who covers take back what the other began', () => {
    const takeBack = (by: Mover) => decideMove(flow, { state: 'sent', openedBy: 'an', lastBy: {} }, 'takeBack', by, null).ok;
    expect([takeBack(mover('an')), takeBack(mover('binh', 'an')), takeBack(mover('binh'))]).toEqual([true, true, false]);
  });
});
