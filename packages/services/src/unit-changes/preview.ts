import { queue } from '@saubac/db/outbox';
import { lockImports, takeMemory } from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import { moveUnitChange, storeChangeFindings } from '@saubac/db/unit-changes';
import type { Forbidden } from '@saubac/domain/access';
import { daysOfBatch } from '@saubac/domain/unit-changes';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { judgeChange } from './decide-in.ts';
import { figuresIn } from './figures-in.ts';
import { findingsOf } from './findings-of.ts';
import { isLarge, type WhenLarge } from './large.ts';
import { kept, type UnitChangeClosed } from './prepare.ts';
import { type ChangeFindings, type KeptUnitChange, type UnitChangeSummary, type UnitChangeView, type UnknownUnitChange, viewOf } from './view.ts';
import { writeIn } from './write-in.ts';

/** What a preview comes to: what would be written, under a digest, or why nothing can be. */
export type Previewed = { summary: UnitChangeSummary; digest: string; findings: ChangeFindings } | { summary: null; refusals: number; findings: ChangeFindings };

type Step = (percent: number) => Promise<void>;

// Carries what was found out of a transaction of which nothing stays.
class Undo extends Error {
  readonly found: Previewed;
  constructor(found: Previewed) {
    super('undone');
    this.found = found;
  }
}

const found = async (ctx: Ctx, tx: TenantTx, it: KeptUnitChange, step: Step): Promise<Previewed> => {
  await lockImports(tx);
  await takeMemory(tx);
  const judged = await judgeChange(tx, it, ctx.today);
  await step(20);
  if (!judged.made) return { summary: null, refusals: judged.refusals.length, findings: { refusals: judged.refusals, stranded: judged.stranded } };
  const { last } = daysOfBatch(judged.batch)!;
  const before = await figuresIn(ctx, tx, last);
  await step(30);
  await writeIn(tx, it.id, judged, step);
  const after = await figuresIn(ctx, tx, last);
  await step(95);
  return { ...(await findingsOf(tx, judged, { before, after })), digest: judged.digest };
};

/** Does a change by the code that would commit it, in a transaction of which nothing stays, and tells what it did. */
export const tryChange = (ctx: Ctx, it: KeptUnitChange, step: Step = () => Promise.resolve()): Promise<Previewed> =>
  ctx.db
    .transaction(async (tx): Promise<Previewed> => {
      throw new Undo(await found(ctx, tx, it, step));
    })
    .catch((error: unknown) => {
      if (error instanceof Undo) return error.found;
      throw error;
    });

/** How a change stands after a preview. */
export const endOfPreview = (it: Previewed) =>
  it.summary === null
    ? ({ to: 'draft', preview: null, previewDigest: null, failure: { kind: 'unit-change-refused', count: it.refusals } } as const)
    : ({ to: 'previewed', preview: it.summary, previewDigest: it.digest, failure: null } as const);

export type PreviewFailure = Forbidden | UnknownUnitChange | UnitChangeClosed;

const previewLater = (ctx: Ctx, it: KeptUnitChange): Promise<Result<UnitChangeView, PreviewFailure>> =>
  ctx.write(async (tx, record) => {
    const moved = await moveUnitChange(tx, it.id, { from: ['draft', 'previewed'], to: 'previewing', failure: null, by: { as: 'previewed', by: ctx.actor.id, label: ctx.actor.label, at: ctx.now() } });
    if (moved) {
      await queue(tx, { kind: 'unit-change.preview', payload: { change: it.id } });
      await record({ act: 'unit-change.preview-asked', subject: { kind: 'unit-change', id: it.id } });
    }
    return ok(viewOf((await kept(tx, it.id))!));
  });

/**
 * Works out exactly what a change would do: units, people, posts, grants, plans and figures, counted and listed. Somebody agrees to this very
 * outcome when he commits. What makes it impossible is listed too, row by row, and the change stays a draft.
 */
export const previewUnitChange = async (ctx: Ctx, id: string, large: WhenLarge = 'now'): Promise<Result<UnitChangeView, PreviewFailure>> => {
  const scope = permitWhole(ctx, 'unit.change');
  if (!scope.ok) return scope;
  const it = await kept(ctx.db, id);
  if (!it) return fail({ kind: 'unknown-unit-change', change: id });
  if (it.state !== 'draft' && it.state !== 'previewed') return fail({ kind: 'unit-change-closed', state: it.state });
  if (large === 'later' && (await isLarge(ctx, it))) return previewLater(ctx, it);
  const previewed = await tryChange(ctx, it);
  return ctx.write<Result<UnitChangeView, PreviewFailure>>(async (tx, record) => {
    const now = await kept(tx, id, 'lock');
    // Somebody wrote in it meanwhile: what was found is of what it no longer says.
    if (!now || now.version !== it.version) return now ? ok(viewOf(now)) : fail({ kind: 'unknown-unit-change', change: id });
    await moveUnitChange(tx, id, { from: ['draft', 'previewed'], ...endOfPreview(previewed), by: { as: 'previewed', by: ctx.actor.id, label: ctx.actor.label, at: ctx.now() } });
    await storeChangeFindings(tx, id, previewed.findings);
    await record({ act: 'unit-change.previewed', subject: { kind: 'unit-change', id }, after: previewed.summary ?? { refusals: previewed.refusals } });
    return ok(viewOf((await kept(tx, id))!));
  });
};
