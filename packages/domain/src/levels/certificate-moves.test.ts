import { describe, expect, it } from 'vitest';
import type { CertificateId, PersonId, UserId } from '../values/index.ts';
import { isoDate } from '../values/index.ts';
import { composeWorkflow, type Workflow } from '../workflow/index.ts';
import { type CertificateInHand, certificateFlow } from './certificate-flow.ts';
import { type CertificateMove, decideCorrection, decideState } from './certificate-moves.ts';
import { type Certificate, type CertificateState, certificateStates, noScores } from './certificate.ts';

const [anna, binh, chi] = ['a', 'b', 'c'] as [UserId, UserId, UserId];
const inState = (state: CertificateState): Certificate => ({
  id: 'c' as CertificateId, person: 'p' as PersonId, type: 'ielts', language: 'en', number: null, issuer: null, issuerName: null, examDate: isoDate('2025-01-01'), expiresOn: null, scores: noScores, grade: null, state, decision: null,
});
const asked = (from: CertificateState, to: CertificateState, more: Partial<CertificateMove> = {}): CertificateMove => ({ certificate: inState(from), to, why: 'x', by: anna, enteredBy: binh, holder: chi, ...more });
const refusal = (it: CertificateMove) => {
  const decided = decideState(it);
  return decided.ok ? undefined : decided.failure;
};

describe('the states of a certificate', () => {
  it('are those of its workflow', () => {
    expect([...certificateFlow.states]).toEqual([...certificateStates]);
  });

  it('can all be left and reached, because people err', () => {
    for (const state of certificateStates) {
      expect(certificateStates.some((other) => decideState(asked(state, other)).ok)).toBe(true);
      expect(certificateStates.some((other) => decideState(asked(other, state)).ok)).toBe(true);
    }
  });

  it('follow each other so and not otherwise', () => {
    const ways = certificateStates.map((from) => [from, certificateStates.filter((to) => decideState(asked(from, to)).ok)]);
    expect(Object.fromEntries(ways)).toEqual({ declared: ['verified', 'rejected', 'void'], verified: ['declared', 'void'], rejected: ['declared', 'void'], void: ['declared'] });
  });
});

describe('a change of state', () => {
  const verifying = asked('declared', 'verified', { why: null });

  it('to verified takes a second person, who is not the holder', () => {
    expect(refusal(verifying)).toBeUndefined();
    expect(refusal({ ...verifying, enteredBy: anna })).toEqual({ kind: 'same-person' });
    expect(refusal({ ...verifying, holder: anna })).toEqual({ kind: 'own-certificate' });
  });

  it('may reject or void what one entered oneself, but says why', () => {
    for (const to of ['rejected', 'void'] as const) {
      expect(refusal({ ...verifying, to, enteredBy: anna, why: 'forged' })).toBeUndefined();
      expect(refusal({ ...verifying, to })).toEqual({ kind: 'why-missing' });
    }
  });

  it('by the command line, which has no account, is nobody twice', () => {
    expect(refusal({ ...verifying, by: null, enteredBy: null, holder: null })).toBeUndefined();
  });

  it('is refused first for where it leads', () => {
    expect(refusal({ ...verifying, certificate: inState('void'), enteredBy: anna })).toEqual({ kind: 'state-not-reachable', from: 'void', to: 'verified' });
  });

  it('is refused for what a plugin asks besides, and never becomes easier by it', () => {
    const recent = { name: 'isRecent', refusal: 'p:refusal.isRecent', holds: (it: CertificateInHand) => it.certificate.examDate >= '2025-06-01' };
    const flow = composeWorkflow(certificateFlow as unknown as Workflow<CertificateInHand>, [{ by: 'p', of: 'certificate', guards: { verify: [recent], correct: [recent] } }]);
    const extended = flow.ok ? flow.value : undefined;
    expect(decideState(verifying, extended)).toEqual({ ok: false, failure: { kind: 'guard-refused', move: 'verify', refusals: ['p:refusal.isRecent'] } });
    expect(decideState({ ...verifying, holder: anna }, extended)).toEqual({ ok: false, failure: { kind: 'own-certificate' } });
    expect(decideCorrection(verifying, extended)).toMatchObject({ failure: { kind: 'guard-refused' } });
    expect(decideState({ ...verifying, certificate: { ...verifying.certificate, examDate: isoDate('2025-07-01') } }, extended)).toMatchObject({ ok: true, value: { to: 'verified' } });
  });
});

describe('a correction', () => {
  it('declares a certificate anew from any state but void', () => {
    expect(certificateStates.filter((state) => decideCorrection(asked(state, 'declared')).ok)).toEqual(['declared', 'verified', 'rejected']);
  });
});
