import { expect, it } from 'vitest';
import { onItsWay, stateOfVersion, wayOf } from './version-state.ts';

it('a version rules, is to come, is over or was withdrawn', () => {
  const version = { withdrawn: false, inForce: false, inForceFrom: '2026-01-01' };
  expect(stateOfVersion(version, '2025-12-31')).toBe('to-come');
  expect(stateOfVersion({ ...version, inForce: true }, '2026-01-01')).toBe('in-force');
  expect(stateOfVersion(version, '2026-01-02')).toBe('past');
  expect(stateOfVersion({ ...version, withdrawn: true, inForce: false }, '2026-01-02')).toBe('withdrawn');
});

it('a draft is on its way while somebody checks or approves it', () => {
  const at = (state?: string) => ({ case: state === undefined ? null : { state } });
  expect([undefined, 'draft', 'waiting-check', 'checked', 'approved', 'withdrawn'].filter((it) => onItsWay(at(it)))).toEqual(['waiting-check', 'checked']);
  expect([wayOf(at()), wayOf(at('second-look'))]).toEqual(['none', 'none']);
});
