import { findPerson } from '@saubac/db/people';
import { type GapPlace, requirementsOf, type Requirement, type StandardGap, standardGaps, type UnitStandards, unitStandards } from '@saubac/db/standards';
import type { Forbidden } from '@saubac/domain/access';
import { fail, type IsoDate, ok, type PersonId, type Result } from '@saubac/domain/values';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { type Question, type QuestionFailure, resolveQuestion } from '../targets/index.ts';

/** What posts require on a date and who falls short of it: by unit, and the people in name order up to a limit. */
export type StandardsReport = { units: UnitStandards[]; gaps: StandardGap[] };

/** The levels that posts require against the levels their holders have; which certificates count is said by the plan in force. */
export const standards = async (ctx: Ctx, question: Question & { limit?: number }): Promise<Result<StandardsReport, QuestionFailure | Forbidden>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const resolved = await resolveQuestion(ctx, scope.value, question);
  if (!resolved.ok) return resolved;
  const report: StandardsReport = { units: [], gaps: [] };
  for (const { territory, asked } of resolved.value) {
    report.units.push(...(await unitStandards(ctx.db, territory, asked)));
    report.gaps.push(...(await standardGaps(ctx.db, territory, asked, { after: null, limit: question.limit ?? 1_000 })));
  }
  return ok(report);
};

/** Where a page of gaps begins; `plan` is the number of the plan version by which they are counted: of several in force, one after the other. */
export type GapsPlace = GapPlace & { plan: number };

/** A page of those who fall short; `next` is where the following one begins, null on the last. */
export type GapsPage = { gaps: StandardGap[]; next: GapsPlace | null };

/** Who falls short of what his posts require on a date, in name order, a page at a time. */
export const listStandardGaps = async (
  ctx: Ctx,
  { after = null, limit = 50, ...question }: Question & { after?: GapsPlace | null | undefined; limit?: number | undefined },
): Promise<Result<GapsPage, QuestionFailure | Forbidden>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const resolved = await resolveQuestion(ctx, scope.value, question);
  if (!resolved.ok) return resolved;
  const plans = resolved.value.toSorted((a, b) => a.version.number - b.version.number).filter(({ version }) => after === null || version.number >= after.plan);
  const found: (StandardGap & { plan: number })[] = [];
  for (const { version, territory, asked } of plans) {
    const from = after?.plan === version.number ? after : null;
    found.push(...(await standardGaps(ctx.db, territory, asked, { after: from, limit: limit + 1 - found.length })).map((it) => ({ ...it, plan: version.number })));
    if (found.length > limit) break;
  }
  const last = found.length > limit ? found[limit - 1] : undefined;
  const next = last ? { plan: last.plan, nameSort: last.nameSort, person: last.person, assignment: last.assignment, standard: last.standard } : null;
  return ok({ gaps: found.slice(0, limit).map(({ plan: _, ...it }) => it), next });
};

export type RequiredOfFailure = QuestionFailure | Forbidden | { kind: 'unknown-person'; on: IsoDate };

/** What the posts that somebody holds on a day require of him, and whether he has proved it, by the plans in force. */
export const requiredOf = async (ctx: Ctx, { person, on = ctx.today }: { person: PersonId; on?: IsoDate | undefined }): Promise<Result<Requirement[], RequiredOfFailure>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const found = await findPerson(ctx.db, scope.value, person, on);
  if (!found) return fail({ kind: 'unknown-person', on });
  const resolved = await resolveQuestion(ctx, scope.value, { on });
  if (!resolved.ok) return resolved;
  noteRead(ctx, person, 'level');
  const requirements: Requirement[] = [];
  for (const { territory, asked } of resolved.value) requirements.push(...(await requirementsOf(ctx.db, territory, asked, person)));
  return ok(requirements);
};
