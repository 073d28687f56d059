import { expect, it } from 'vitest';
import { genericProfile } from './generic-profile.ts';
import { readProfile } from './read-profile.ts';

const problemsOf = (change: (profile: Record<string, unknown>) => void): string[] => {
  const changed = structuredClone(genericProfile) as unknown as Record<string, unknown>;
  change(changed);
  const read = readProfile(changed);
  return read.ok ? [] : read.failure.problems.map(({ path, expected }) => `${path} ${expected}`);
};

it('takes a right profile as it is', () => {
  expect(readProfile(JSON.parse(JSON.stringify(genericProfile)))).toEqual({ ok: true, value: genericProfile });
});

it('names the path of everything that is wrong', () => {
  expect(problemsOf((it) => Object.assign(it, { idPrefix: '042', reform: '31/06/2025', populatoin: 3, ethnicities: [] }))).toEqual([
    'profile.idPrefix id-prefix', 'profile.reform date', 'profile.ethnicities list', 'profile.populatoin known-key',
  ]);
  expect(readProfile(null)).toEqual({ ok: false, failure: { kind: 'not-a-profile', problems: [{ path: 'profile', expected: 'object' }] } });
});

it('refuses codes that repeat and bodies that are not there', () => {
  const body = { code: 'UB', name: 'Sở Mới', staff: 'department', weight: 1, parent: 'KHONG', into: 'UB' };
  expect(problemsOf((it) => Object.assign(it, { bodies: [...genericProfile.bodies, body] }))).toEqual([
    'bodies[35].code unique-code', 'bodies[35].parent known-body', 'bodies[35].until end-before-taken-over',
  ]);
});

it('refuses a province without people', () => {
  expect(problemsOf((it) => Object.assign(it, { headcounts: { provincial: 0, commune: 0, publicEmployees: 0, contractStaff: 0 } }))).toEqual(['headcounts some-people']);
});
