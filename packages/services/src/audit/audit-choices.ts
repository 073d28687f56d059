import { auditChoices as choicesOfAll, type AuditChoices, listEntries } from '@saubac/db/audit';
import type { Forbidden } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** So many of the latest acts tell a reader of some units what he can look through by. */
const latest = 500;

/** What the audit can be looked through by: of what the caller may read, the acts, the kinds of subjects, and who did them. */
export const auditChoices = async (ctx: Ctx): Promise<Result<AuditChoices, Forbidden>> => {
  const scope = permit(ctx, 'audit.read');
  if (!scope.ok) return scope;
  if (scope.value.kind === 'everything') return ok(await choicesOfAll(ctx.db));
  const entries = await listEntries(ctx.db, { scope: scope.value, on: ctx.today }, {}, { limit: latest });
  const actors = new Map(entries.flatMap(({ actor }) => (actor.id === null ? [] : [[actor.id, { id: actor.id, label: actor.label }] as const])));
  return ok({ acts: [...new Set(entries.map((it) => it.act))].toSorted(), subjectKinds: [...new Set(entries.map((it) => it.subject.kind))].toSorted(), actors: [...actors.values()] });
};
