import { lockPerson } from '@saubac/db/people';
import { dismissTwins as noteDismissal } from '@saubac/db/twins';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type PersonId, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { UnknownPerson } from '../people/refusals.ts';

export type DismissFailure = Forbidden | UnknownPerson | { kind: 'merge-with-itself' };

/** Says that two records are of two people: they are not proposed to each other again. */
export const dismissTwins = async (ctx: Ctx, { people: [one, other], why }: { people: readonly [PersonId, PersonId]; why?: string | undefined }): Promise<Result<{ dismissed: boolean }, DismissFailure>> => {
  const scope = permit(ctx, 'person.edit');
  if (!scope.ok) return scope;
  if (one === other) return fail({ kind: 'merge-with-itself' });
  return ctx.write<Result<{ dismissed: boolean }, DismissFailure>>(async (tx, record) => {
    for (const it of [one, other].toSorted()) if (!(await lockPerson(tx, scope.value, it, ctx.today))) return fail({ kind: 'unknown-person', on: ctx.today });
    const dismissed = await noteDismissal(tx, [one, other], { by: ctx.actor.id, label: ctx.actor.label, now: ctx.now(), why: why?.trim() || null });
    if (dismissed) await record({ act: 'twins.dismissed', subject: { kind: 'person', id: one }, after: { other } });
    return ok({ dismissed });
  }, why?.trim() || undefined);
};
