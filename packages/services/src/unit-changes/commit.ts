import type { Record as NoteAct } from '@saubac/db/audit';
import { announceAccess } from '@saubac/db/access';
import { queue } from '@saubac/db/outbox';
import { lockImports, takeMemory } from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import { moveUnitChange } from '@saubac/db/unit-changes';
import type { Forbidden } from '@saubac/domain/access';
import { mayCommit, type UnitChangeState } from '@saubac/domain/unit-changes';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { judgeChange } from './decide-in.ts';
import { isLarge, type WhenLarge } from './large.ts';
import { type ChangedMeanwhile, kept } from './prepare.ts';
import { type KeptUnitChange, type UnitChangeView, type UnknownUnitChange, viewOf } from './view.ts';
import { detailsIn, writeIn } from './write-in.ts';

export type CommitFailure = Forbidden | UnknownUnitChange | ChangedMeanwhile | { kind: 'unit-change-not-previewed'; state: UnitChangeState } | { kind: 'same-person' };

/** Thrown to undo a commit that does not come to what was agreed to. */
export class NotAsAgreed extends Error {}

/** Thrown to undo a commit that somebody stopped, or that another attempt has done. */
export class Overtaken extends Error {}

type Step = (percent: number) => Promise<void>;

/** Writes a change as it was agreed to, with its audit; the change is committed in the same transaction, from one of these states. */
export const writeAgreed = async (ctx: Ctx, tx: TenantTx, record: NoteAct, it: KeptUnitChange, from: 'previewed' | 'committing', step: Step = () => Promise.resolve()): Promise<void> => {
  await lockImports(tx);
  await takeMemory(tx);
  const judged = await judgeChange(tx, it, ctx.today);
  await step(20);
  if (!judged.made || judged.digest !== it.previewDigest) throw new NotAsAgreed();
  await writeIn(tx, it.id, judged, step);
  const { title, on, decision, why, operations } = it;
  const entry = await record({ act: 'unit-change.committed', subject: { kind: 'unit-change', id: it.id }, after: { title, on, decision, why, operations, counts: it.preview } });
  await detailsIn(tx, entry, judged);
  await announceAccess(tx, ctx.tenant.id);
  await step(95);
  // Last of all: from here on the row is ours, and whoever would note how far it is waits for us.
  const committed = await moveUnitChange(tx, it.id, { from: [from], to: 'committed', failure: null, by: { as: 'committed', by: ctx.actor.id, label: ctx.actor.label, at: ctx.now() } });
  if (!committed) throw new Overtaken();
};

/** Opens what a commit needs to know of a change, or says why it may not be. */
export const committable = async (ctx: Ctx, { id, version }: { id: string; version: number }): Promise<Result<KeptUnitChange, CommitFailure>> => {
  const scope = permitWhole(ctx, 'unit.commit');
  if (!scope.ok) return scope;
  const it = await kept(ctx.db, id);
  if (!it) return fail({ kind: 'unknown-unit-change', change: id });
  const may = mayCommit({ state: it.state, version: it.version, preparedBy: it.prepared.by, firstDay: it.firstDay }, version, ctx.actor.id);
  if (may.ok) return ok(it);
  return fail(may.failure.kind === 'stale' ? { kind: 'changed-meanwhile', yours: { version }, current: viewOf(it) } : may.failure);
};

const commitLater = (ctx: Ctx, it: KeptUnitChange): Promise<Result<UnitChangeView, CommitFailure>> =>
  ctx.write<Result<UnitChangeView, CommitFailure>>(async (tx, record) => {
    const now = await kept(tx, it.id, 'lock');
    if (!now || now.version !== it.version) return fail({ kind: 'changed-meanwhile', yours: { version: it.version }, current: viewOf(now ?? it) });
    await moveUnitChange(tx, it.id, { from: ['previewed'], to: 'committing', failure: null, by: { as: 'committed', by: ctx.actor.id, label: ctx.actor.label, at: ctx.now() } });
    await queue(tx, { kind: 'unit-change.commit', payload: { change: it.id } });
    await record({ act: 'unit-change.confirmed', subject: { kind: 'unit-change', id: it.id }, after: { preview: it.previewDigest } });
    return ok(viewOf((await kept(tx, it.id))!));
  });

/**
 * Commits a change that was previewed: `version` names the preview that was seen. All of it is written in one transaction and one act of the
 * audit, with what each unit and person was and is; if by now it would come to something else, nothing is, and it has to be previewed anew.
 * Whoever prepared it does not commit it, where he has an account.
 */
export const commitUnitChange = async (ctx: Ctx, asked: { id: string; version: number }, large: WhenLarge = 'now'): Promise<Result<UnitChangeView, CommitFailure>> => {
  const it = await committable(ctx, asked);
  if (!it.ok) return it;
  if (large === 'later' && (await isLarge(ctx, it.value))) return commitLater(ctx, it.value);
  try {
    await ctx.write((tx, record) => writeAgreed(ctx, tx, record, it.value, 'previewed'), it.value.why ?? undefined);
  } catch (error) {
    if (!(error instanceof NotAsAgreed || error instanceof Overtaken)) throw error;
    if (error instanceof NotAsAgreed) await ctx.write(async (tx, record) => {
      // Whoever was overtaken by another commit of the very same change has nothing to tell of it.
      const back = await moveUnitChange(tx, asked.id, { from: ['previewed'], to: 'draft', previewDigest: null, failure: { kind: 'not-as-agreed' } });
      if (back) await record({ act: 'unit-change.overtaken', subject: { kind: 'unit-change', id: asked.id } });
    });
    return fail({ kind: 'changed-meanwhile', yours: { version: asked.version }, current: viewOf((await kept(ctx.db, asked.id))!) });
  }
  const now = viewOf((await kept(ctx.db, asked.id))!);
  return now.state === 'committed' ? ok(now) : fail({ kind: 'changed-meanwhile', yours: { version: asked.version }, current: now });
};
