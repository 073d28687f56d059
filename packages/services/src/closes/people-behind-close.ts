import { type CertificateNow, certificatesNow, type NowPlace, peopleNow, type PersonNow } from '@saubac/db/closes';
import { planVersion } from '@saubac/db/plans';
import { reachedRule } from '@saubac/db/targets';
import type { Forbidden } from '@saubac/domain/access';
import { certificateAt, type CloseSet, explainThen, hasBit, idAt, peopleIn, placeOfId, truthsAt } from '@saubac/domain/closes';
import { type Condition, decisive, type Truth } from '@saubac/domain/rules';
import type { CountedTarget } from '@saubac/domain/targets';
import { ok, type PersonId, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { countedTargets, type UnknownUnit } from '../targets/index.ts';
import { type CountedFrozen, findFrozenTarget, type FrozenMembers, type FrozenTargetFailure, membersOf, unitsAsked } from './find-frozen.ts';
import { type CloseNotFrozen, type FrozenClose, frozenClose, type UnknownClose } from './read-closes.ts';

/** A condition of a target's rule and how it came out for somebody when the period was closed; null: its fact was not known. */
export type ConditionThen = { condition: Condition; held: Truth };

/** Somebody behind a figure of a close: as he is called now (null: his file is gone), and what was counted of him then. */
export type PersonThen = {
  id: PersonId;
  fullName: string | null;
  unit: { code: string; name: string };
  reached: boolean;
  focus: boolean;
  /** The best level in the languages of the target; 0: none. */
  level: number;
  /** The certificate that made it, and what is known of that one now. */
  certificate: { id: string; now: CertificateNow | null } | null;
  /** The conditions that decided whether he had reached it. */
  reason: ConditionThen[];
};

export type PeopleThenPage = { people: PersonThen[]; next: NowPlace | null };

export type PeopleBehindCloseQuestion = {
  close: string;
  target: string;
  set: CloseSet;
  planVersion?: number | undefined;
  unit?: string | undefined;
  after?: NowPlace | null;
  limit?: number;
};

export type PeopleBehindCloseFailure = Forbidden | UnknownClose | CloseNotFrozen | UnknownUnit | FrozenTargetFailure;

/** The target's rules as they stood in the plan version of the close, which are kept for ever. */
export const targetThen = async (ctx: Ctx, { plan, target }: CountedFrozen): Promise<CountedTarget> => {
  const version = await planVersion(ctx.db, plan.planVersion);
  const found = version && countedTargets(version.document).find((it) => it.id === target.code);
  if (!found) throw new Error('A plan version of a close is gone');
  return found;
};

const personThen = ({ units }: FrozenClose, { target }: CountedFrozen, members: FrozenMembers, rules: CountedTarget, certificates: ReadonlyMap<string, CertificateNow>) => ({ id, fullName }: PersonNow): PersonThen => {
  const { people, sets, levels, conditions } = members;
  const place = placeOfId(people.ids, id) ?? 0;
  const reached = hasBit(sets.reached, place);
  const held = certificateAt(levels, place);
  const unit = units[people.units[place] ?? 0];
  const explained = explainThen(reachedRule(rules, target.extra === 'measured'), target.milestone, truthsAt(conditions, place));
  return {
    id,
    fullName,
    unit: { code: unit?.code ?? '', name: unit?.name ?? '' },
    reached,
    focus: sets.focus !== null && hasBit(sets.focus, place),
    level: held?.level ?? 0,
    certificate: held && { id: held.certificate, now: certificates.get(held.certificate) ?? null },
    reason: decisive(explained, !explained.holds).map((it) => ({ condition: it.condition, held: it.unknown ? null : it.holds })),
  };
};

/**
 * The people behind a figure of a close, in the order of the names they have now, a page at a time: their unit, level, certificate and reason as they
 * were then, whatever has become of people, units and rules since. Only those whose unit of then the caller may read.
 */
export const peopleBehindClose = async (ctx: Ctx, question: PeopleBehindCloseQuestion): Promise<Result<PeopleThenPage, PeopleBehindCloseFailure>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const found = await frozenClose(ctx, question.close, 'person.read');
  if (!found.ok) return found;
  const asked = unitsAsked(found.value, question.unit);
  if (!asked.ok) return asked;
  const target = findFrozenTarget(found.value, question.target, question.planVersion);
  if (!target.ok) return target;
  const members = await membersOf(ctx, target.value);
  const { ids, units } = members.people;
  const { after = null, limit = 50 } = question;
  const wanted = peopleIn(members.sets, question.set, units, asked.value.within).map((place) => idAt(ids, place));
  const rows = await peopleNow(ctx.db, wanted, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const certificates = shown.flatMap(({ id }) => certificateAt(members.levels, placeOfId(ids, id) ?? 0)?.certificate ?? []);
  const tell = personThen(found.value, target.value, members, await targetThen(ctx, target.value), await certificatesNow(ctx.db, certificates));
  const last = shown.at(-1);
  return ok({ people: shown.map(tell), next: rows.length > limit && last ? { key: last.key, id: last.id } : null });
};
