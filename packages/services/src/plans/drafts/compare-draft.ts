import { type PlanVersion, planVersion, plansInForce } from '@saubac/db/plans';
import { unitIdsByCode } from '@saubac/db/units';
import { comparePlans, parsePlan, type PlanChange, type PlanDraft, type PlanFile, type PlanProblem } from '@saubac/domain/plan';
import { fail, type LocalText, ok, type Result, type UnitScope } from '@saubac/domain/values';

import { type Ctx, permit } from '../../context/index.ts';
import { askFigures, type TookTooLong } from '../../figures/index.ts';
import { answersOfPlan, type CountedPlan, type Question, questionsAbout, type TitledProgress, unitOfQuestion, type UnknownUnit } from '../../targets/index.ts';
import { checkDraft, type DraftFailure } from './read-drafts.ts';

/** One target as it stands by the version in force and as it would by the draft; null where that one has no such target. */
export type TargetEffect = { target: string; title: LocalText; before: TitledProgress | null; after: TitledProgress | null };

/**
 * A draft beside a version: what differs, and what that does to every figure of a date. `version` is null where there is none to compare
 * with; `effect` is null while the draft has problems, since what can't be meant can't be counted.
 */
export type ComparedDraft = { draft: PlanDraft; version: PlanVersion | null; problems: PlanProblem[]; changes: PlanChange[]; effect: TargetEffect[] | null };

export type CompareDraftFailure = DraftFailure | UnknownUnit | TookTooLong | { kind: 'unknown-plan-version'; number: number };

/** Beside which version: the one named, else the one in force on the date under the id of the plan. */
const beside = async (ctx: Ctx, draft: PlanDraft, { on, planVersion: number }: Question): Promise<PlanVersion | undefined> =>
  number === undefined ? (await plansInForce(ctx.db, on)).find((it) => it.plan === draft.plan) : planVersion(ctx.db, number);

const asPlan = async (ctx: Ctx, document: PlanFile): Promise<CountedPlan> => {
  const { units } = document.scope;
  return { plan: document.id, document, units: units === 'all' ? [] : [...(await unitIdsByCode(ctx.db, units)).values()] };
};

const sideBySide = (before: readonly TitledProgress[], after: readonly TitledProgress[]): TargetEffect[] => {
  const gone = before.filter((it) => !after.some((other) => other.target === it.target));
  return [
    ...after.map((it) => ({ target: it.target, title: it.title, before: before.find((other) => other.target === it.target) ?? null, after: it })),
    ...gone.map((it) => ({ target: it.target, title: it.title, before: it, after: null })),
  ];
};

const effectOf = async (ctx: Ctx, scope: UnitScope, question: Question, version: PlanVersion | undefined, document: PlanFile): Promise<Result<TargetEffect[], UnknownUnit>> => {
  const unit = await unitOfQuestion(ctx, scope, question);
  if (!unit.ok) return unit;
  const plans = [...(version ? [version] : []), await asPlan(ctx, document)];
  const answers: TitledProgress[][] = [];
  for (const it of await questionsAbout<CountedPlan>(ctx, scope, question.on, unit.value, plans)) answers.push(await answersOfPlan(ctx, it));
  return ok(sideBySide(version ? (answers[0] ?? []) : [], answers.at(-1) ?? []));
};

/** Compares a draft with the version in force on a date: what is written differently, and every figure beside what it would be. Nothing is stored. */
export const compareDraft = async (ctx: Ctx, id: string, question: Question): Promise<Result<ComparedDraft, CompareDraftFailure>> => {
  const scope = permit(ctx, 'progress.read');
  if (!scope.ok) return scope;
  const checked = await checkDraft(ctx, id);
  if (!checked.ok) return checked;
  const { draft, problems } = checked.value;
  const version = await beside(ctx, draft, question);
  if (!version && question.planVersion !== undefined) return fail({ kind: 'unknown-plan-version', number: question.planVersion });
  const parsed = parsePlan(draft.document);
  const compared = { draft, version: version ?? null, problems, changes: version && parsed.ok ? comparePlans(version.document, parsed.value) : [] };
  if (problems.length > 0 || !parsed.ok) return ok({ ...compared, effect: null });
  const effect = await askFigures<TargetEffect[], UnknownUnit>(ctx, { question: ['compare-draft', scope.value, id, draft.version, question] }, (ctx) => effectOf(ctx, scope.value, question, version, parsed.value));
  return effect.ok ? ok({ ...compared, effect: effect.value }) : effect;
};
