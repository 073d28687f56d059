import { type Guard, workflowFor } from '../workflow/index.ts';
import type { Certificate, CertificateState } from './certificate.ts';

/** A certificate as whoever decides on it sees it. `own`: it is his own. */
export type CertificateInHand = { certificate: Certificate; own: boolean };

/** Nobody verifies what proves his own level. */
export const isOfSomebodyElse: Guard<CertificateInHand> = { name: 'isOfSomebodyElse', refusal: 'refusal.isOfSomebodyElse', holds: (it) => !it.own };

/**
 * How a certificate comes to count: whoever enters it or corrects it declares it, and somebody else verifies it against the paper. To reject or
 * void needs a reason, which the holder is told. What was verified or rejected can be declared again, because people err. A void one has come
 * to its end: to declare it again is to begin again.
 */
export const certificateFlow = workflowFor<CertificateInHand>()({
  id: 'certificate',
  states: ['declared', 'verified', 'rejected', 'void'] satisfies CertificateState[],
  initial: 'declared',
  final: ['void'],
  moves: {
    verify: { from: 'declared', to: 'verified', permission: 'certificate.verify', otherThan: ['correct'], guards: [isOfSomebodyElse] },
    reject: { from: 'declared', to: 'rejected', permission: 'certificate.verify', reason: 'asked' },
    declareAgain: { from: ['verified', 'rejected'], to: 'declared', permission: 'certificate.verify' },
    correct: { from: ['declared', 'verified', 'rejected'], to: 'declared', permission: 'certificate.declare' },
    void: { from: ['declared', 'verified', 'rejected'], to: 'void', permission: 'certificate.verify', reason: 'asked' },
  },
});
