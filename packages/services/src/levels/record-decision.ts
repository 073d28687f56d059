import { levelsOf, lockCertificate, putDecision, raisedCertificate } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import type { LevelDecision, OpenEnd } from '@saubac/domain/levels';
import { type CertificateId, fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { byOf, type ChangedMeanwhile, type KeptCertificate, keptOf, type UnknownCertificate } from './kept-certificate.ts';

/** `version`: the certificate's that the decision is based on; without it the one that stands. */
export type DecisionInput = { certificate: CertificateId; level: number; decidedOn: IsoDate; document: string; validTo?: OpenEnd; version?: number | undefined };
export type RecordDecisionFailure =
  | Forbidden
  | UnknownCertificate
  | ChangedMeanwhile<Omit<LevelDecision, 'framework'>>
  | { kind: 'own-certificate' }
  | { kind: 'level-not-in-framework'; level: number; framework: string }
  | { kind: 'decided-before-exam'; examDate: IsoDate }
  | { kind: 'decided-in-the-future'; today: IsoDate }
  | { kind: 'decision-ends-before-exam'; examDate: IsoDate };

const fault = ({ level, decidedOn, validTo }: LevelDecision, examDate: IsoDate, today: IsoDate, framework: { code: string; levels: readonly { level: number }[] }): RecordDecisionFailure | undefined => {
  if (!framework.levels.some((it) => it.level === level)) return { kind: 'level-not-in-framework', level, framework: framework.code };
  if (decidedOn < examDate) return { kind: 'decided-before-exam', examDate };
  if (decidedOn > today) return { kind: 'decided-in-the-future', today };
  return validTo <= examDate ? { kind: 'decision-ends-before-exam', examDate } : undefined;
};

/**
 * Records the level that the authority confirmed for one certificate; from its exam date it replaces what tables say of it. A second
 * decision replaces the first, which stays in the audit. Nobody decides on his own certificate.
 */
export const recordDecision = async (ctx: Ctx, input: DecisionInput): Promise<Result<KeptCertificate, RecordDecisionFailure>> => {
  const scope = permit(ctx, 'level.decide');
  if (!scope.ok) return scope;
  const { level, decidedOn, document, validTo = 'infinity', version } = input;
  return ctx.write<Result<KeptCertificate, RecordDecisionFailure>>(async (tx, record, alongside) => {
    const found = await lockCertificate(ctx.db, tx, scope.value, input.certificate, ctx.today);
    if (!found) return fail({ kind: 'unknown-certificate', certificate: input.certificate });
    if (version !== undefined && version !== found.version) return fail({ kind: 'changed-meanwhile', yours: { level, decidedOn, validTo, document }, current: keptOf(found) });
    const { certificate, holder, rules: { context } } = found;
    if (holder !== null && holder === ctx.actor.id) return fail({ kind: 'own-certificate' });
    const decision: LevelDecision = { framework: context.framework.code, level, decidedOn, validTo, document };
    const wrong = fault(decision, certificate.examDate, ctx.today, context.framework);
    if (wrong) return fail(wrong);
    const after = { ...certificate, decision };
    alongside(putDecision(certificate.id, decision, byOf(ctx)));
    alongside(raisedCertificate(certificate.id));
    levelsOf(after, context).forEach(alongside);
    await record({ act: 'level-decision.recorded', subject: { kind: 'certificate', id: certificate.id }, before: certificate.decision, after: decision });
    return ok({ ...after, version: found.version + 1 });
  });
};
