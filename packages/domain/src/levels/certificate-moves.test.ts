import { expect, it } from 'vitest';
import { mayBecome } from './certificate-moves.ts';
import { certificateStates } from './certificate.ts';

it('lets every state be left and reached', () => {
  for (const state of certificateStates) {
    expect(certificateStates.some((other) => mayBecome(state, other))).toBe(true);
    expect(certificateStates.some((other) => mayBecome(other, state))).toBe(true);
  }
});

it('never verifies directly what was voided or rejected', () => {
  expect(mayBecome('void', 'verified')).toBe(false);
  expect(mayBecome('rejected', 'verified')).toBe(false);
});
