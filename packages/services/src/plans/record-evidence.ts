import { type Evidence, evidenceOf, insertEvidence } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { isShareTarget } from '@saubac/domain/plan';
import { fail, type IsoDate, ok, type Result, type UnitScope } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { type QuestionFailure, resolveQuestion } from '../targets/index.ts';

/** A document for a target: `issuedOn` is its first day, `inForceTo` its last, both inclusive; null: no end known. */
export type EvidenceInput = { target: string; title: string; number: string | null; issuedOn: IsoDate; inForceTo: IsoDate | null };

export type RecordEvidenceFailure =
  | Forbidden
  | QuestionFailure
  | { kind: 'unknown-target'; target: string; known: string[] }
  | { kind: 'no-target-needs-evidence'; target: string }
  | { kind: 'target-has-percentage'; target: string }
  | { kind: 'title-missing' }
  | { kind: 'evidence-ends-before-issue'; issuedOn: IsoDate; inForceTo: IsoDate }
  | { kind: 'issued-in-the-future'; issuedOn: IsoDate; today: IsoDate };

/** The evidence now recorded; `unchanged` if the same document was there already. */
export type RecordedEvidence = { plan: string; evidence: Evidence; unchanged: boolean };

const fault = (ctx: Ctx, { title, issuedOn, inForceTo }: EvidenceInput): RecordEvidenceFailure | undefined => {
  if (title.trim() === '') return { kind: 'title-missing' };
  if (issuedOn > ctx.today) return { kind: 'issued-in-the-future', issuedOn, today: ctx.today };
  return inForceTo !== null && inForceTo < issuedOn ? { kind: 'evidence-ends-before-issue', issuedOn, inForceTo } : undefined;
};

/** The plan in force today that has the target. Evidence older than the plan counts too, so the day of the document does not choose it. */
const planOf = async (ctx: Ctx, scope: UnitScope, target: string): Promise<Result<string, RecordEvidenceFailure>> => {
  const resolved = await resolveQuestion(ctx, scope, { on: ctx.today });
  if (!resolved.ok) return resolved;
  const found = resolved.value.find((it) => it.version.document.targets.some((one) => one.id === target));
  const element = found?.version.document.targets.find((it) => it.id === target);
  const known = resolved.value.flatMap((it) => it.version.document.targets.filter((one) => !isShareTarget(one)).map((one) => one.id));
  if (!found || !element) return fail(known.length === 0 ? { kind: 'no-target-needs-evidence', target } : { kind: 'unknown-target', target, known });
  return isShareTarget(element) ? fail({ kind: 'target-has-percentage', target }) : ok(found.version.plan);
};

const same = (a: Evidence, b: EvidenceInput): boolean =>
  a.target === b.target && a.title === b.title && a.number === b.number && a.issuedOn === b.issuedOn && a.inForceTo === b.inForceTo;

/** Records a document that shows a target without a percentage to be met. The same document again changes nothing. */
export const recordEvidence = async (ctx: Ctx, given: EvidenceInput): Promise<Result<RecordedEvidence, RecordEvidenceFailure>> => {
  const scope = permit(ctx, 'evidence.record');
  if (!scope.ok) return scope;
  const input = { ...given, title: given.title.trim() };
  const wrong = fault(ctx, input);
  if (wrong) return fail(wrong);
  const plan = await planOf(ctx, scope.value, input.target);
  if (!plan.ok) return plan;
  return ctx.write(async (tx, record) => {
    const known = (await evidenceOf(tx, plan.value)).find((it) => same(it, input));
    if (known) return ok({ plan: plan.value, evidence: known, unchanged: true });
    const evidence = await insertEvidence(tx, plan.value, input);
    await record({ act: 'evidence.recorded', subject: { kind: 'target-evidence', id: evidence.id }, after: { plan: plan.value, ...evidence } });
    return ok({ plan: plan.value, evidence, unchanged: false });
  });
};
