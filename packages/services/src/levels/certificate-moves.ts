import type { HeldCertificate } from '@saubac/db/levels';
import { queue } from '@saubac/db/outbox';
import type { TenantTx } from '@saubac/db/tenancy';
import { type CertificateInHand, certificateFlow, type CertificateMove, decideCorrection, decideState, type MoveRefusal } from '@saubac/domain/levels';
import { type CertificateId, fail, type LocalText, ok, type Result } from '@saubac/domain/values';
import type { DecidedMove, Workflow } from '@saubac/domain/workflow';

import { caseWord, type Extended, extendedWord, extendedWorkflow, handlerKind, pluginWork } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';

/** What a plugin of the tenant asks for besides, in its words. */
export type GuardRefused = Extract<MoveRefusal, { kind: 'guard-refused' }> & { words: readonly LocalText[] };

/** Why a certificate does not change its state. */
export type CertificateMoveFailure = Exclude<MoveRefusal, { kind: 'guard-refused' }> | GuardRefused;

/** The workflow of certificates in this tenant. Their state stands with them and knows no more than the core's, so that plugins add conditions and deeds only. */
export const certificateWorkflow = ({ registry }: Pick<Ctx, 'registry'>): Extended<CertificateInHand> => extendedWorkflow(registry, certificateFlow as unknown as Workflow<CertificateInHand>, { states: 'fixed' });

/** What the caller would do with a certificate: put it into a state, or correct it. */
type Wanted = { to: CertificateMove['to'] | 'corrected'; why: string | null };

/** Decides by the workflow whether the caller may do that now, and what follows. */
export const decideCertificate = (ctx: Ctx, { certificate, enteredBy, holder }: Pick<HeldCertificate, 'certificate' | 'enteredBy' | 'holder'>, { to, why }: Wanted): Result<DecidedMove, CertificateMoveFailure> => {
  const { workflow, taken } = certificateWorkflow(ctx);
  const asked = { certificate, why, by: ctx.actor.id, enteredBy, holder };
  const decided = to === 'corrected' ? decideCorrection(asked, workflow) : decideState({ ...asked, to }, workflow);
  if (decided.ok) return ok(decided.value);
  const { failure } = decided;
  return failure.kind === 'guard-refused' ? fail({ ...failure, words: failure.refusals.map(extendedWord(taken, caseWord('certificate'))) }) : fail(failure);
};

/** Asks for what plugins let follow a move of a certificate, in the transaction of the move. */
export const queueDeeds = async (tx: TenantTx, id: CertificateId, { effects }: DecidedMove): Promise<void> => {
  for (const { name, payload } of effects) {
    const work = pluginWork(name);
    if (work) await queue(tx, { kind: handlerKind, payload: { ...payload, ...work, certificate: id } });
  }
};
