import { certificateById } from '@saubac/db/levels';
import { findPerson } from '@saubac/db/people';
import type { Forbidden } from '@saubac/domain/access';
import { isShareTarget } from '@saubac/domain/plan';
import { type CertificateId, fail, type IsoDate, type LocalText, ok, type Result } from '@saubac/domain/values';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { countedTargets, factsMissing } from './counted.ts';
import { explainWith, levelOfTarget } from './explain.ts';
import type { TargetQuestion } from './find-target.ts';
import { type PlanQuestion, resolveQuestion } from './question.ts';

/** A target in which the holder of a certificate counts. `decides`: it is this certificate that gives the level he has for it. */
export type TargetOfCertificate = { plan: string; planVersion: number; target: string; title: LocalText; reached: boolean; decides: boolean };

const countedIn = (question: PlanQuestion): TargetQuestion[] => {
  const { document } = question.version;
  const elements = new Map(document.targets.filter(isShareTarget).map((it) => [it.id, it]));
  return countedTargets(document).flatMap((target) => {
    const element = elements.get(target.id);
    return element && factsMissing(document, target, question.sources).length === 0 ? [{ ...question, target, element }] : [];
  });
};

/** The targets of the plans in force in which the holder of a certificate counts on the day, and what the certificate does for them. Empty where no plan is in force. */
export const targetsOfCertificate = async (
  ctx: Ctx,
  { certificate: id, on = ctx.today }: { certificate: CertificateId; on?: IsoDate | undefined },
): Promise<Result<{ on: IsoDate; targets: TargetOfCertificate[] }, Forbidden | { kind: 'unknown-certificate'; certificate: CertificateId }>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const certificate = await certificateById(ctx.db, scope.value, id, on);
  const person = certificate && (await findPerson(ctx.db, scope.value, certificate.person, on));
  if (!person) return fail({ kind: 'unknown-certificate', certificate: id });
  noteRead(ctx, person.id, 'explanation');
  const resolved = await resolveQuestion(ctx, scope.value, { on });
  const targets: TargetOfCertificate[] = [];
  for (const question of resolved.ok ? resolved.value.flatMap(countedIn) : []) {
    const { counts, reached } = await explainWith(ctx, question, person);
    if (!counts) continue;
    const { answer } = await levelOfTarget(ctx, scope.value, question, person);
    const { version, element } = question;
    targets.push({ plan: version.plan, planVersion: version.number, target: element.id, title: element.title, reached, decides: answer.because?.certificate === id });
  }
  return ok({ on, targets });
};
