import { type StandardGap, standardGaps, type UnitStandards, unitStandards } from '@saubac/db/standards';
import type { Forbidden } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';

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
    report.gaps.push(...(await standardGaps(ctx.db, territory, asked, question.limit ?? 1_000)));
  }
  return ok(report);
};
