import { certificateInState, levelsOf, lockCertificate } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import type { CertificateState } from '@saubac/domain/levels';
import { type CertificateId, fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { type CertificateMoveFailure, decideCertificate, queueDeeds } from './certificate-moves.ts';
import { byOf, type ChangedMeanwhile, type KeptCertificate, keptOf, type UnknownCertificate } from './kept-certificate.ts';

/** `version`: the one that the decision is based on; without it the one that stands. */
export type StateInput = { certificate: CertificateId; state: CertificateState; why?: string | undefined; version?: number | undefined };

export type SetStateFailure = Forbidden | UnknownCertificate | ChangedMeanwhile<{ state: CertificateState }> | CertificateMoveFailure;

/**
 * Verifies, rejects, voids a certificate or declares it again, as the workflow of certificates and the tenant's plugins let it be. Verifying is an act of a second person: whoever entered or corrected it last,
 * or holds it, can't. Its levels change in the same transaction, and for the past as well: a voided certificate never counted. `why` stands
 * with the certificate and in the audit.
 */
export const setCertificateState = async (ctx: Ctx, { certificate: id, state, why, version }: StateInput): Promise<Result<KeptCertificate, SetStateFailure>> => {
  const scope = permit(ctx, 'certificate.verify');
  if (!scope.ok) return scope;
  const reason = why?.trim() || null;
  return ctx.write<Result<KeptCertificate, SetStateFailure>>(async (tx, record, alongside) => {
    const found = await lockCertificate(ctx.db, tx, scope.value, id, ctx.today);
    if (!found) return fail({ kind: 'unknown-certificate', certificate: id });
    if (version !== undefined && version !== found.version) return fail({ kind: 'changed-meanwhile', yours: { state }, current: keptOf(found) });
    const { certificate } = found;
    if (certificate.state === state) return ok(keptOf(found));
    const decided = decideCertificate(ctx, found, { to: state, why: reason });
    if (!decided.ok) return decided;
    const after = { ...certificate, state };
    alongside(certificateInState(id, state, reason, byOf(ctx)));
    levelsOf(after, found.rules.context).forEach(alongside);
    await queueDeeds(tx, id, decided.value);
    await record({ act: `certificate.${state}`, subject: { kind: 'certificate', id }, before: { state: certificate.state }, after: { state } });
    return ok({ ...after, version: found.version + 1 });
  }, reason ?? undefined);
};
