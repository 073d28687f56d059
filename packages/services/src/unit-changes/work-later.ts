import type { TenantDb } from '@saubac/db/tenancy';
import { moveUnitChange, noteChangeProgress, storeChangeFindings } from '@saubac/db/unit-changes';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Forbidden, Permission } from '@saubac/domain/access';

import { type AskedBy, type Ctx, ctxOfLater, type LaterWork, permitWhole } from '../context/index.ts';
import { NotAsAgreed, Overtaken, writeAgreed } from './commit.ts';
import { kept } from './prepare.ts';
import { endOfPreview, tryChange } from './preview.ts';
import { type KeptUnitChange, type UnitChangeProblem, type UnitChangeView, type UnknownUnitChange, viewOf } from './view.ts';

// Somebody stopped the work, or another attempt has ended it.
class GivenUp extends Error {}

// Progress is noted outside the transaction of the work, where others see it; the same look tells whether somebody has stopped it.
const stepOf = (work: LaterWork, id: string) => async (percent: number): Promise<void> => {
  work.signal.throwIfAborted();
  if (!(await noteChangeProgress(work.db, id, percent))) throw new GivenUp();
};

const failure = (kind: UnitChangeProblem): { failure: UnitChangeProblem } => ({ failure: kind });

const settled = (work: LaterWork, id: string, move: Parameters<typeof moveUnitChange>[2], findings?: Parameters<typeof storeChangeFindings>[2]): Promise<void> =>
  work.db.transaction(async (tx) => {
    if (!(await moveUnitChange(tx, id, move))) return;
    if (findings) await storeChangeFindings(tx, id, findings);
    await work.complete(tx);
  });

const actingFor = async (work: LaterWork, by: AskedBy, permission: Permission): Promise<Result<Ctx, Forbidden>> => {
  const ctx = await ctxOfLater(work, by);
  const scope = permitWhole(ctx, permission);
  return scope.ok ? ok(ctx) : scope;
};

const untilGivenUp = (work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => {
    if (!(error instanceof GivenUp || error instanceof Overtaken)) throw error;
  });

const preview = async (work: LaterWork, it: KeptUnitChange): Promise<void> => {
  const ctx = await actingFor(work, { id: it.previewed?.by ?? null, label: it.previewed?.label ?? '' }, 'unit.change');
  if (!ctx.ok) return settled(work, it.id, { from: ['previewing'], to: 'draft', ...failure(ctx.failure) });
  const found = await tryChange(ctx.value, it, stepOf(work, it.id));
  await settled(work, it.id, { from: ['previewing'], ...endOfPreview(found) }, found.findings);
};

/** Previews a change that somebody asked to see. Killed and done again it finds the same. */
export const previewLater = async (work: LaterWork, id: string): Promise<void> => {
  const it = await kept(work.db, id);
  if (it?.state === 'previewing') await untilGivenUp(preview(work, it));
};

const commit = async (work: LaterWork, it: KeptUnitChange): Promise<void> => {
  const ctx = await actingFor(work, { id: it.committed?.by ?? null, label: it.committed?.label ?? '' }, 'unit.commit');
  if (!ctx.ok) return settled(work, it.id, { from: ['committing'], to: 'previewed', ...failure(ctx.failure) });
  const step = stepOf(work, it.id);
  try {
    await ctx.value.write(async (tx, record) => {
      await writeAgreed(ctx.value, tx, record, it, 'committing', step);
      await work.complete(tx);
    }, it.why ?? undefined);
  } catch (error) {
    if (!(error instanceof NotAsAgreed)) throw error;
    await settled(work, it.id, { from: ['committing'], to: 'draft', previewDigest: null, ...failure({ kind: 'not-as-agreed' }) });
  }
};

/** Writes a change that was agreed to, once: it becomes committed in the transaction that writes it. Killed at any moment it is there whole or not at all. */
export const commitLater = async (work: LaterWork, id: string): Promise<void> => {
  const it = await kept(work.db, id);
  if (it?.state === 'committing') await untilGivenUp(commit(work, it));
};

/** Ends the work on a change that was given up, also when every attempt was killed: it stands where it stood before. */
export const failUnitChange = async (db: TenantDb, id: string): Promise<void> => {
  await moveUnitChange(db, id, { from: ['previewing'], to: 'draft', failure: { kind: 'unit-change-failed' } satisfies UnitChangeProblem });
  await moveUnitChange(db, id, { from: ['committing'], to: 'previewed', failure: { kind: 'unit-change-failed' } satisfies UnitChangeProblem });
};

/** Stops a preview or commit that goes on later. Possible until its transaction has ended: whichever of the two is first, the other finds it so. */
export const cancelUnitChange = async (ctx: Ctx, id: string): Promise<Result<UnitChangeView, Forbidden | UnknownUnitChange>> => {
  const scope = permitWhole(ctx, 'unit.change');
  if (!scope.ok) return scope;
  return ctx.write<Result<UnitChangeView, Forbidden | UnknownUnitChange>>(async (tx, record) => {
    const before = await kept(tx, id);
    if (!before) return fail({ kind: 'unknown-unit-change', change: id });
    const stopped = (await moveUnitChange(tx, id, { from: ['previewing'], to: 'draft' })) || (await moveUnitChange(tx, id, { from: ['committing'], to: 'previewed' }));
    if (stopped) await record({ act: 'unit-change.stopped', subject: { kind: 'unit-change', id }, before: { state: before.state } });
    return ok(viewOf((await kept(tx, id))!));
  });
};
