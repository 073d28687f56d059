import { rehearse } from '@saubac/db/tenancy';
import { hasOpenMerge, insertMerge } from '@saubac/db/twins';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { lookAt, type MergeInput, type MergeRefusal } from './merging.ts';
import { type MergePreview, rehearseMerge } from './preview-merge.ts';

/** A proposal and what it would do. */
export type ProposedMerge = { id: string; version: number; preview: MergePreview };

export type ProposeMergeFailure = Forbidden | MergeRefusal | { kind: 'merge-proposed-already' };

/** Proposes that two records be made one: which stays, whose values stay, which main post counts. Nothing changes before a second person has confirmed it. */
export const proposeMerge = async (ctx: Ctx, { why, ...input }: MergeInput & { why?: string | undefined }): Promise<Result<ProposedMerge, ProposeMergeFailure>> => {
  const scope = permit(ctx, 'person.edit');
  if (!scope.ok) return scope;
  return ctx.write<Result<ProposedMerge, ProposeMergeFailure>>(async (tx, record) => {
    const looked = await lookAt(ctx, tx, scope.value, input);
    if (!looked.ok) return looked;
    const { staying, going, likeness, digest } = looked.value;
    if (await hasOpenMerge(tx, [staying, going])) return fail({ kind: 'merge-proposed-already' });
    const preview = await rehearse(tx, (inside) => rehearseMerge(ctx, inside, scope.value, input));
    if (!preview.ok) return preview;
    const choices = input.choices ?? { fields: {} };
    const id = await insertMerge(tx, { staying, going, choices, likeness, digest, by: ctx.actor.id, label: ctx.actor.label, now: ctx.now() });
    await record({ act: 'merge.proposed', subject: { kind: 'person', id: staying }, after: { merge: id, going, choices, score: likeness.score } });
    return ok({ id, version: 1, preview: preview.value });
  }, why?.trim() || undefined);
};
