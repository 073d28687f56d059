import type { UserId } from '../values/index.ts';
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

/** A change of state that somebody asks for. Ids of accounts are null where nobody with an account stands behind. */
export type CertificateMove = {
  from: CertificateState;
  to: CertificateState;
  why: string | null;
  by: UserId | null;
  /** Who entered the certificate, or corrected it last. */
  enteredBy: UserId | null;
  /** Whose certificate it is. */
  holder: UserId | null;
};

export type MoveRefusal =
  | { kind: 'state-not-reachable'; from: CertificateState; to: CertificateState }
  | { kind: 'same-person' }
  | { kind: 'own-certificate' }
  | { kind: 'why-missing' };

/**
 * Why a certificate may not change its state so; undefined if it may. Two people stand behind a verified one: whoever entered it, or holds
 * it, can't verify it himself. To reject or void needs a reason, which the holder is told.
 */
export const moveRefusal = ({ from, to, why, by, enteredBy, holder }: CertificateMove): MoveRefusal | undefined => {
  if (!mayBecome(from, to)) return { kind: 'state-not-reachable', from, to };
  if (to === 'verified' && by !== null && by === holder) return { kind: 'own-certificate' };
  if (to === 'verified' && by !== null && by === enteredBy) return { kind: 'same-person' };
  return (to === 'rejected' || to === 'void') && why === null ? { kind: 'why-missing' } : undefined;
};
