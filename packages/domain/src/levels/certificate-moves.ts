import type { CertificateState } from './certificate.ts';

/** From which state a certificate may come into which. Every one can be taken back, because people err. */
const moves: Record<CertificateState, readonly CertificateState[]> = {
  declared: ['verified', 'rejected', 'void'],
  verified: ['declared', 'void'],
  rejected: ['declared', 'void'],
  void: ['declared'],
};

/** Whether a certificate in one state may be put into another. What was voided or rejected is declared again before it is verified. */
export const mayBecome = (from: CertificateState, to: CertificateState): boolean => moves[from].includes(to);
