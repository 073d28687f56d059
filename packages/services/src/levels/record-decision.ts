import { certificateById, levelReference, rewriteCertificateLevels, saveDecision } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import type { Certificate, LevelDecision, OpenEnd } from '@saubac/domain/levels';
import { type CertificateId, fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

export type DecisionInput = { certificate: CertificateId; level: number; decidedOn: IsoDate; document: string; validTo?: OpenEnd };
export type RecordDecisionFailure =
  | Forbidden
  | { kind: 'unknown-certificate'; certificate: CertificateId }
  | { kind: 'level-not-in-framework'; level: number; framework: string }
  | { kind: 'decided-before-exam'; examDate: IsoDate }
  | { kind: 'decided-in-the-future'; today: IsoDate };

/**
 * Records the level that the authority confirmed for one certificate; from its exam date it replaces what tables say of it. A second
 * decision replaces the first, which stays in the audit.
 */
export const recordDecision = async (ctx: Ctx, input: DecisionInput): Promise<Result<Certificate, RecordDecisionFailure>> => {
  const scope = permit(ctx, 'level.decide');
  if (!scope.ok) return scope;
  const { level, decidedOn, document, validTo = 'infinity' } = input;
  const certificate = await certificateById(ctx.db, scope.value, input.certificate, ctx.today);
  if (!certificate) return fail({ kind: 'unknown-certificate', certificate: input.certificate });
  const { framework } = await levelReference(ctx.db);
  if (!framework.levels.some((it) => it.level === level)) return fail({ kind: 'level-not-in-framework', level, framework: framework.code });
  if (decidedOn < certificate.examDate) return fail({ kind: 'decided-before-exam', examDate: certificate.examDate });
  if (decidedOn > ctx.today) return fail({ kind: 'decided-in-the-future', today: ctx.today });
  const decision: LevelDecision = { framework: framework.code, level, decidedOn, validTo, document };
  return ctx.write(async (tx, record) => {
    await saveDecision(tx, certificate.id, decision);
    await rewriteCertificateLevels(tx, [certificate.person]);
    await record({ act: 'level-decision.recorded', subject: { kind: 'certificate', id: certificate.id }, before: certificate.decision, after: decision });
    return ok({ ...certificate, decision });
  });
};
