import { fail, ok, type Result, type UserId } from '../values/index.ts';
import { decideMove, type DecidedMove, movesOf, originsOf, type Workflow } from '../workflow/index.ts';
import { type CertificateInHand, certificateFlow, isOfSomebodyElse } from './certificate-flow.ts';
import type { Certificate, CertificateState } from './certificate.ts';

type Flow = Workflow<CertificateInHand>;

const own = certificateFlow as unknown as Flow;

/** The move by which somebody puts a certificate from one state into another; whoever corrects it does so by correcting. */
const moveTo = (flow: Flow, from: CertificateState, to: CertificateState): string | undefined =>
  movesOf(flow).find(([name, it]) => name !== 'correct' && it.to === to && originsOf(it).includes(from))?.[0];

/** A change of state that somebody asks for. Ids of accounts are null where nobody with an account stands behind. */
export type CertificateMove = {
  certificate: Certificate;
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
  | { kind: 'why-missing' }
  /** What plugins of the tenant ask for besides; keys of their words. */
  | { kind: 'guard-refused'; move: string; refusals: readonly string[] };

type Asked = Omit<CertificateMove, 'to'>;

const decided = (flow: Flow, move: string, to: CertificateState, { certificate, why, by, enteredBy, holder }: Asked): Result<DecidedMove, MoveRefusal> => {
  const unreachable: MoveRefusal = { kind: 'state-not-reachable', from: certificate.state, to };
  // Whoever has no account is nobody twice: he never stands for one who has.
  const lastBy: Record<string, string> = enteredBy === null || by === null ? {} : { correct: enteredBy };
  // The verb has asked for the permission, and over whose certificates.
  const mover = { by: 'person' as const, id: by ?? 'command-line', may: () => true };
  const result = decideMove(flow, { state: certificate.state, openedBy: enteredBy ?? 'command-line', lastBy }, move, mover, { certificate, own: by !== null && by === holder }, why ?? undefined);
  if (result.ok) return result;
  const { failure } = result;
  if (failure.kind === 'second-person-needed') return fail({ kind: 'same-person' });
  if (failure.kind === 'reason-needed') return fail({ kind: 'why-missing' });
  if (failure.kind === 'guard-refused') return fail(failure.refusals.includes(isOfSomebodyElse.refusal) ? { kind: 'own-certificate' } : failure);
  return fail(unreachable);
};

const again: DecidedMove = { to: certificateFlow.initial, effects: [] };

/**
 * Whether a certificate may change its state so, by the workflow of certificates with what plugins add to it (`flow`), and what follows. Two
 * people stand behind a verified one: whoever entered it, or holds it, can't verify it himself. A void one may be declared again.
 */
export const decideState = ({ to, ...asked }: CertificateMove, flow: Flow = own): Result<DecidedMove, MoveRefusal> => {
  const from = asked.certificate.state;
  if (certificateFlow.final.some((it) => it === from) && to === certificateFlow.initial) return ok(again);
  const move = moveTo(flow, from, to);
  return move === undefined ? fail({ kind: 'state-not-reachable', from, to }) : decided(flow, move, to, asked);
};

/** Whether a certificate may be corrected, after which it is declared anew, and what follows. A void one is declared again first. */
export const decideCorrection = (asked: Asked, flow: Flow = own): Result<DecidedMove, MoveRefusal> => decided(flow, 'correct', certificateFlow.initial, asked);
