import { describe, expect, it } from 'vitest';

import type { UserId } from '../values/index.ts';
import { canBeChanged, canBePutInForce, type PlanDraft, planIdIn } from './draft.ts';

const writer = 'writer' as UserId;
const approver = 'approver' as UserId;
const act = { by: writer, label: 'Writer', at: '2026-01-01T00:00:00.000Z' };
const draft: PlanDraft = { id: 'd', plan: 'p', document: {}, note: null, basedOn: null, state: 'open', became: null, created: act, changed: act, version: 3 };

describe('a draft', () => {
  it('is changed only from the state its writer has seen', () => {
    expect(canBeChanged(draft, 3)).toEqual({ ok: true, value: draft });
    expect(canBeChanged(draft, 2)).toEqual({ ok: false, failure: { kind: 'changed-meanwhile', yours: 2, current: draft } });
  });

  it('is not changed after it was put in force or given up', () => {
    for (const state of ['in-force', 'dropped'] as const) expect(canBeChanged({ ...draft, state }, 3)).toEqual({ ok: false, failure: { kind: 'draft-closed', state } });
  });

  it('is put in force by another than the one who wrote last, also where somebody else began it', () => {
    expect(canBePutInForce(draft, 3, approver)).toEqual({ ok: true, value: draft });
    expect(canBePutInForce(draft, 3, writer)).toEqual({ ok: false, failure: { kind: 'same-person' } });
    expect(canBePutInForce({ ...draft, changed: { ...act, by: approver } }, 3, approver)).toMatchObject({ ok: false, failure: { kind: 'same-person' } });
  });

  it('of the command line is not put in force at the command line', () => {
    expect(canBePutInForce({ ...draft, changed: { ...act, by: null } }, 3, null)).toMatchObject({ failure: { kind: 'same-person' } });
  });

  it('knows the id of its plan once the document has one', () => {
    expect(planIdIn({ id: 'plan-2026' })).toBe('plan-2026');
    for (const document of [null, [], 'x', {}, { id: 7 }, { id: '' }]) expect(planIdIn(document)).toBeNull();
  });
});
