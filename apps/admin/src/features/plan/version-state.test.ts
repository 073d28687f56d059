import { expect, it } from 'vitest';
import { stateOfVersion } from './version-state.ts';

it('a version rules, is to come, is over or was withdrawn', () => {
  const version = { withdrawn: false, inForce: false, inForceFrom: '2026-01-01' };
  expect(stateOfVersion(version, '2025-12-31')).toBe('to-come');
  expect(stateOfVersion({ ...version, inForce: true }, '2026-01-01')).toBe('in-force');
  expect(stateOfVersion(version, '2026-01-02')).toBe('past');
  expect(stateOfVersion({ ...version, withdrawn: true, inForce: false }, '2026-01-02')).toBe('withdrawn');
});
