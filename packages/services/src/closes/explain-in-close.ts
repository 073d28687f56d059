import { certificatesNow, type CertificateNow, peopleNow } from '@saubac/db/closes';
import { planVersion } from '@saubac/db/plans';
import type { Forbidden } from '@saubac/domain/access';
import { certificateAt, explainThen, hasBit, placeOfId, truthsAt } from '@saubac/domain/closes';
import type { Cite } from '@saubac/domain/plan';
import type { Explanation } from '@saubac/domain/rules';
import { fail, type IsoDate, type LocalText, ok, type PersonId, type Result } from '@saubac/domain/values';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { findFrozenTarget, type FrozenTargetFailure, membersOf } from './find-frozen.ts';
import { targetThen } from './people-behind-close.ts';
import { type CloseNotFrozen, frozenClose, type UnknownClose } from './read-closes.ts';

/** A rule of the plan of then, how it came out then, and its clause. The values behind conditions were not kept. */
export type ElementThen = { id: string; title: LocalText; cite: Cite; explanation: Explanation };

/** Why somebody counted or did not count for a target when a period was closed. */
export type ExplanationThen = {
  person: { id: PersonId; fullName: string | null };
  plan: string;
  planVersion: number;
  target: string;
  title: LocalText;
  on: IsoDate;
  unit: { code: string; name: string };
  counts: boolean;
  reached: boolean;
  focus: boolean;
  level: number;
  certificate: { id: string; now: CertificateNow | null } | null;
  rules: { subjects: ElementThen[]; exclusions: ElementThen[]; cohort: Explanation; reachedWhen: Explanation; extra: Explanation | null; focus: Explanation | null };
};

export type ExplainInCloseFailure = Forbidden | UnknownClose | CloseNotFrozen | FrozenTargetFailure | { kind: 'unknown-person'; on: IsoDate };

/** Explains one person (by id) for one target of a close, by what was frozen: also when person, unit, plan or rules have changed since or are gone. */
export const explainInClose = async (ctx: Ctx, question: { close: string; person: PersonId; target: string; planVersion?: number | undefined }): Promise<Result<ExplanationThen, ExplainInCloseFailure>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const found = await frozenClose(ctx, question.close, 'person.read');
  if (!found.ok) return found;
  const target = findFrozenTarget(found.value, question.target, question.planVersion);
  if (!target.ok) return target;
  const { units, readable, close } = found.value;
  const { plan, target: counted } = target.value;
  const { people, sets, levels, conditions } = await membersOf(ctx, target.value);
  const place = placeOfId(people.ids, question.person);
  const unit = place === undefined ? undefined : units[people.units[place] ?? 0];
  if (place === undefined || !unit || (readable !== 'all' && !readable.has(people.units[place] ?? -1))) return fail({ kind: 'unknown-person', on: close.cutOff });
  noteRead(ctx, question.person, 'explanation');
  const [now] = await peopleNow(ctx.db, [question.person], { after: null, limit: 1 });
  const held = certificateAt(levels, place);
  const certificates = await certificatesNow(ctx.db, held ? [held.certificate] : []);
  const document = (await planVersion(ctx.db, plan.planVersion))!.document;
  const rules = await targetThen(ctx, target.value);
  const truths = truthsAt(conditions, place);
  const why = (rule: Parameters<typeof explainThen>[0]): Explanation => explainThen(rule, counted.milestone, truths);
  const element = (it: (typeof document.subjects)[number]): ElementThen => ({ id: it.id, title: it.title, cite: it.cite, explanation: why(it.rule) });
  return ok({
    person: { id: question.person, fullName: now?.fullName ?? null },
    plan: plan.plan,
    planVersion: plan.planVersion,
    target: counted.code,
    title: counted.title,
    on: close.cutOff,
    unit: { code: unit.code, name: unit.name },
    counts: hasBit(sets.denominator, place),
    reached: hasBit(sets.reached, place),
    focus: sets.focus !== null && hasBit(sets.focus, place),
    level: held?.level ?? 0,
    certificate: held && { id: held.certificate, now: certificates.get(held.certificate) ?? null },
    rules: {
      subjects: document.subjects.map(element),
      exclusions: document.exclusions.map(element),
      cohort: why(rules.cohort),
      reachedWhen: why(rules.reachedWhen),
      extra: rules.extra && why(rules.extra),
      focus: rules.focus && why(rules.focus),
    },
  });
};
