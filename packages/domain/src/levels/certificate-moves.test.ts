import { describe, expect, it } from 'vitest';
import type { UserId } from '../values/index.ts';
import { type CertificateMove, mayBecome, moveRefusal } from './certificate-moves.ts';
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

describe('a change of state', () => {
  const [anna, binh, chi] = ['a', 'b', 'c'] as UserId[];
  const move: CertificateMove = { from: 'declared', to: 'verified', why: null, by: anna ?? null, enteredBy: binh ?? null, holder: chi ?? null };

  it('to verified takes a second person, who is not the holder', () => {
    expect(moveRefusal(move)).toBeUndefined();
    expect(moveRefusal({ ...move, enteredBy: move.by })).toEqual({ kind: 'same-person' });
    expect(moveRefusal({ ...move, holder: move.by })).toEqual({ kind: 'own-certificate' });
  });

  it('may reject or void what one entered oneself, but says why', () => {
    for (const to of ['rejected', 'void'] as const) {
      expect(moveRefusal({ ...move, to, enteredBy: move.by, why: 'forged' })).toBeUndefined();
      expect(moveRefusal({ ...move, to })).toEqual({ kind: 'why-missing' });
    }
  });

  it('by the command line, which has no account, is nobody twice', () => {
    expect(moveRefusal({ ...move, by: null, enteredBy: null, holder: null })).toBeUndefined();
  });

  it('is refused first for where it leads', () => {
    expect(moveRefusal({ ...move, from: 'void', enteredBy: move.by })).toEqual({ kind: 'state-not-reachable', from: 'void', to: 'verified' });
  });
});
