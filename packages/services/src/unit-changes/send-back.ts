import { moveUnitChange } from '@saubac/db/unit-changes';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { committable, type CommitFailure } from './commit.ts';
import { kept } from './prepare.ts';
import { type UnitChangeView, viewOf } from './view.ts';

/**
 * Sends a change that was handed over back to who prepared it, with the reason: it is a draft again, and says why until it is written anew.
 * By who might have committed it, of the version that he saw; what its preview found is kept to be looked at.
 */
export const sendUnitChangeBack = async (ctx: Ctx, asked: { id: string; version: number; why: string }): Promise<Result<UnitChangeView, CommitFailure>> => {
  const may = await committable(ctx, asked);
  if (!may.ok) return may;
  return ctx.write<Result<UnitChangeView, CommitFailure>>(async (tx, record) => {
    const now = await kept(tx, asked.id, 'lock');
    if (!now || now.version !== asked.version) return fail({ kind: 'changed-meanwhile', yours: { version: asked.version }, current: viewOf(now ?? may.value) });
    await moveUnitChange(tx, asked.id, { from: ['previewed'], to: 'draft', preview: null, previewDigest: null, failure: { kind: 'unit-change-sent-back', by: ctx.actor.label, why: asked.why } });
    await record({ act: 'unit-change.sent-back', subject: { kind: 'unit-change', id: asked.id }, before: { state: now.state } });
    return ok(viewOf((await kept(tx, asked.id))!));
  }, asked.why);
};
