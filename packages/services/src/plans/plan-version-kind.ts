import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Record } from '@saubac/db/audit';
import { checkedStatements, closePlanDraft, lockPlanVersions, planDraftsByIds } from '@saubac/db/plans';
import type { TenantSql, TenantTx } from '@saubac/db/tenancy';
import { partsOfPlan, type PlanDraft, type PlanFile, type PlanObstacle, type PlanOnItsWay, type PlanStatement, planVersionFlow } from '@saubac/domain/plan';
import { everything, type IsoDate, type LocalText } from '@saubac/domain/values';
import type { Workflow } from '@saubac/domain/workflow';
import { type CaseCtx, type CaseKind, caseWord, extendKind } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { summaryOf } from './drafts/create-draft.ts';
import { goodPlan, placeOf, type PlanInForceFailure, plannedFor, planProblems, putInForce } from './plan-in-force.ts';

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** What a draft says: its day, and each of its parts as a digest. */
export const statementOf = ({ document, from }: Pick<PlanDraft, 'document' | 'from'>): PlanStatement => ({ from, parts: Object.fromEntries([...partsOfPlan(document)].map(([name, part]) => [name, digestOf(part)])) });

const obstacles: Partial<globalThis.Record<PlanInForceFailure['kind'], PlanObstacle>> = {
  'after-the-plan-ended': 'after-the-plan-ended', 'another-version-on-that-day': 'another-version-on-that-day', 'territory-taken': 'territory-taken', 'unknown-scope-units': 'reaches-unknown-units',
};

const obstacleOf = async (ctx: Ctx, tx: TenantSql, plan: PlanFile, from: IsoDate): Promise<PlanObstacle | null> => {
  const good = await plannedFor({ registry: ctx.registry, db: tx }, plan, from);
  const refused = good.ok ? await placeOf(tx, good.value) : good;
  return refused.ok ? null : (obstacles[refused.failure.kind] ?? null);
};

// Drafts of one plan have one title: what somebody noted tells them apart.
const titleOf = ({ document, plan, note }: Pick<PlanDraft, 'document' | 'plan' | 'note'>): LocalText => {
  const named = nameOf(document, plan);
  const noted = note?.trim() ?? '';
  return noted === '' ? named : { vi: `${noted} · ${named.vi}`, en: `${noted} · ${named.en ?? named.vi}` };
};

const nameOf = (document: unknown, plan: string | null): LocalText => {
  const title = typeof document === 'object' && document !== null ? (document as { title?: unknown }).title : undefined;
  const { vi, en } = (typeof title === 'object' && title !== null ? title : {}) as { vi?: unknown; en?: unknown };
  const own = typeof vi === 'string' && vi !== '' ? vi : plan;
  if (own === null) return { vi: 'Kế hoạch chưa có tên', en: 'Plan without a name' };
  return { vi: own, en: typeof en === 'string' && en !== '' ? en : own };
};

const onItsWay = async (ctx: Ctx, tx: TenantSql, draft: PlanDraft, checked: PlanStatement | undefined): Promise<PlanOnItsWay> => {
  const { id, document, from } = draft;
  const problems = await planProblems({ registry: ctx.registry, db: tx }, document);
  const statement = statementOf(draft);
  return {
    id, from, statement,
    title: titleOf(draft),
    problems: problems.ok ? 0 : problems.failure.length,
    obstacle: problems.ok && from !== null ? await obstacleOf(ctx, tx, problems.value, from) : null,
    ownWriting: draft.changed.by === ctx.actor.id,
    asChecked: checked === undefined || isDeepStrictEqual(checked, statement),
  };
};

const rule = async (ctx: CaseCtx, tx: TenantTx, record: Record, draft: PlanDraft): Promise<void> => {
  if (draft.from === null) throw new Error('A draft without a day was approved');
  const good = await goodPlan({ registry: ctx.registry, db: tx }, everything, { json: draft.document, from: draft.from });
  // The guards have seen the same under the same lock.
  const applied = good.ok ? await putInForce(tx, record, good.value) : good;
  if (!applied.ok) throw new Error(`An approved draft could not be put in force: ${applied.failure.kind}`);
  const closed = await closePlanDraft(tx, draft.id, { state: 'in-force', became: applied.value.version.number });
  await record({ act: 'plan-draft.put-in-force', subject: { kind: 'plan-draft', id: draft.id }, before: summaryOf(draft), after: summaryOf(closed) });
};

const giveUp = async (tx: TenantTx, record: Record, draft: PlanDraft): Promise<void> => {
  const closed = await closePlanDraft(tx, draft.id, { state: 'dropped', became: null });
  await record({ act: 'plan-draft.dropped', subject: { kind: 'plan-draft', id: draft.id }, before: summaryOf(draft), after: summaryOf(closed) });
};

/** Drafts of plans on their way to be in force, as whoever asks sees them. Approved, a draft becomes the version in force from its day in the same write. */
export const planVersionKind = (ctx: Ctx): CaseKind<PlanOnItsWay> => extendKind(ctx.registry, {
  workflow: planVersionFlow as unknown as Workflow<PlanOnItsWay>,
  seenBy: 'plan-draft.read',
  subjects: async (tx, ids) => {
    const checked = await checkedStatements(tx, ids);
    const subjects = new Map<string, PlanOnItsWay>();
    for (const draft of await planDraftsByIds(tx, ids)) subjects.set(draft.id, await onItsWay(ctx, tx, draft, checked.get(draft.id)));
    return subjects;
  },
  hold: async (tx, _, move) => {
    if (move === 'approve') await lockPlanVersions(tx);
  },
  statement: (it) => it.statement,
  describe: (it) => ({ title: it.title, link: `/plan/drafts/${it.id}/compare` }),
  word: caseWord('plan-version'),
  moved: async (moving, tx, record, { subjectId, to }) => {
    const [draft] = await planDraftsByIds(tx, [subjectId]);
    if (!draft) throw new Error('A draft that was moved is gone');
    if (to === 'approved') await rule(moving, tx, record, draft);
    if (to === 'withdrawn') await giveUp(tx, record, draft);
  },
});
