import { dropDecision, levelsOf, lockCertificate, raisedCertificate } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { type CertificateId, fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { type ChangedMeanwhile, type KeptCertificate, keptOf, type UnknownCertificate } from './kept-certificate.ts';

export type WithdrawDecisionFailure = Forbidden | UnknownCertificate | ChangedMeanwhile<{ decision: null }> | { kind: 'no-decision' } | { kind: 'why-missing' };

/** Takes back the decision on a certificate, for the past as well: tables speak of it again. The decision stays in the audit, with the reason. */
export const withdrawDecision = async (
  ctx: Ctx,
  { certificate: id, version, why }: { certificate: CertificateId; version: number; why: string },
): Promise<Result<KeptCertificate, WithdrawDecisionFailure>> => {
  const scope = permit(ctx, 'level.decide');
  if (!scope.ok) return scope;
  if (why.trim() === '') return fail({ kind: 'why-missing' });
  return ctx.write<Result<KeptCertificate, WithdrawDecisionFailure>>(async (tx, record, alongside) => {
    const found = await lockCertificate(ctx.db, tx, scope.value, id, ctx.today);
    if (!found) return fail({ kind: 'unknown-certificate', certificate: id });
    if (version !== found.version) return fail({ kind: 'changed-meanwhile', yours: { decision: null }, current: keptOf(found) });
    const { certificate } = found;
    if (!certificate.decision) return fail({ kind: 'no-decision' });
    const after = { ...certificate, decision: null };
    alongside(dropDecision(id));
    alongside(raisedCertificate(id));
    levelsOf(after, found.rules.context).forEach(alongside);
    await record({ act: 'level-decision.withdrawn', subject: { kind: 'certificate', id }, before: certificate.decision, after: null });
    return ok({ ...after, version: found.version + 1 });
  }, why.trim());
};
