import { certificateById, rewriteCertificateLevels, saveCertificateState } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { type Certificate, type CertificateState, mayBecome } from '@saubac/domain/levels';
import { type CertificateId, fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

export type SetStateFailure =
  | Forbidden
  | { kind: 'unknown-certificate'; certificate: CertificateId }
  | { kind: 'state-not-reachable'; from: CertificateState; to: CertificateState };

/**
 * Verifies, rejects or voids a certificate. Its levels change in the same transaction, and for the past as well: a voided certificate
 * never counted. `why` stands in the audit.
 */
export const setCertificateState = async (
  ctx: Ctx,
  input: { certificate: CertificateId; state: CertificateState; why?: string | undefined },
): Promise<Result<Certificate, SetStateFailure>> => {
  const scope = permit(ctx, 'certificate.verify');
  if (!scope.ok) return scope;
  const { state, why } = input;
  const certificate = await certificateById(ctx.db, scope.value, input.certificate, ctx.today);
  if (!certificate) return fail({ kind: 'unknown-certificate', certificate: input.certificate });
  if (certificate.state === state) return ok(certificate);
  if (!mayBecome(certificate.state, state)) return fail({ kind: 'state-not-reachable', from: certificate.state, to: state });
  return ctx.write(async (tx, record) => {
    await saveCertificateState(tx, certificate.id, state);
    await rewriteCertificateLevels(tx, [certificate.person]);
    await record({ act: `certificate.${state}`, subject: { kind: 'certificate', id: certificate.id }, before: { state: certificate.state }, after: { state } });
    return ok({ ...certificate, state });
  }, why);
};
