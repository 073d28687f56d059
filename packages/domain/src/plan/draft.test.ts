import { describe, expect, it } from 'vitest';

import type { UserId } from '../values/index.ts';
import { canBeChanged, type PlanDraft, planIdIn } from './draft.ts';

const writer = 'writer' as UserId;
const act = { by: writer, label: 'Writer', at: '2026-01-01T00:00:00.000Z' };
const draft: PlanDraft = { id: 'd', plan: 'p', document: {}, note: null, basedOn: null, state: 'open', became: null, from: null, case: null, created: act, changed: act, version: 3 };

describe('a draft', () => {
  it('is changed only from the state its writer has seen', () => {
    expect(canBeChanged(draft, 3)).toEqual({ ok: true, value: draft });
    expect(canBeChanged(draft, 2)).toEqual({ ok: false, failure: { kind: 'changed-meanwhile', yours: 2, current: draft } });
  });

  it('is not changed after it was put in force or given up', () => {
    for (const state of ['in-force', 'dropped'] as const) expect(canBeChanged({ ...draft, state }, 3)).toEqual({ ok: false, failure: { kind: 'draft-closed', state } });
  });

  it('knows the id of its plan once the document has one', () => {
    expect(planIdIn({ id: 'plan-2026' })).toBe('plan-2026');
    for (const document of [null, [], 'x', {}, { id: 7 }, { id: '' }]) expect(planIdIn(document)).toBeNull();
  });
});
