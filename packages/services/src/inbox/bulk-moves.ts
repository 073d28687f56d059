import { bulkItems, type BulkItem, type BulkRefusal, bulksOf, type CountedBulk, endBulk, findBulk, insertBulk, type KeptBulk, noteOutcome, workflowsOfCases } from '@saubac/db/cases';
import { queue } from '@saubac/db/outbox';
import { fail, type LocalText, ok, type Result } from '@saubac/domain/values';
import { type Ctx, ctxOfLater, type LaterWork, type Write } from '../context/index.ts';
import { withCalendar } from './calendar.ts';
import { type CaseCalled, casesCalled } from './cases-called.ts';
import { caseKinds } from './kinds.ts';
import { moveSeenCase, type MoveWholeFailure } from './whole-case.ts';

/** The move, why, and the cases as they were seen. */
export type BulkInput = { move: string; reason?: string | undefined; cases: readonly { case: string; version: number }[] };

export type UnknownBulk = { kind: 'unknown-case-bulk' };

/** Why a case was not moved, as it was refused to whoever asked for the bulk. */
export type RefusedMove = Exclude<MoveWholeFailure, { kind: 'changed-meanwhile' }> | { kind: 'changed-meanwhile' };

/** One case of a bulk move: how it is called, where whoever asks may still see it, and what became of it; both null: nothing yet. */
export type BulkLine = { case: string; called: CaseCalled | null; to: { state: string; label: LocalText } | null; refused: RefusedMove | null };

/** A bulk move in a list: what was asked for in words, of what kind, and how far it is. */
export type BulkShown = Pick<CountedBulk, 'id' | 'move' | 'state' | 'reason' | 'askedAt' | 'cases' | 'moved' | 'refused'> & { moveLabel: LocalText; kindLabel: LocalText | null };

/** A bulk move with what became of each case so far. */
export type Bulk = BulkShown & { items: BulkLine[] };

const shown = (ctx: Ctx, { workflow, askedAt, id, move, state, reason, cases, moved, refused }: CountedBulk): BulkShown => {
  const kind = caseKinds(ctx).find((it) => it.workflow.id === workflow);
  return { id, move, state, reason, cases, moved, refused, askedAt: new Date(askedAt).toISOString(), moveLabel: kind?.word(`move.${move}`) ?? { vi: move }, kindLabel: kind?.word('name') ?? null };
};

/** Asks for the same move in many cases. Whether each may be taken is decided when it is its turn; nobody is allowed more by asking for many. */
export const startBulk = (ctx: Ctx, { move, reason, cases }: BulkInput): Promise<Result<{ id: string }, UnknownBulk>> =>
  ctx.write<Result<{ id: string }, UnknownBulk>>(async (tx, record) => {
    const id = await insertBulk(tx, { move, reason: reason?.trim() || null, askedBy: ctx.actor.id, askedLabel: ctx.actor.label, at: ctx.now(), cases });
    await queue(tx, { kind: 'case.bulk', payload: { bulk: id } });
    await record({ act: 'case-bulk.started', subject: { kind: 'case-bulk', id }, after: { move, cases: cases.length } });
    return ok({ id });
  });

/** So many are listed: what somebody asked for lately, not all that he ever did. */
const mostListed = 20;

/** The latest bulk moves that the caller asked for. */
export const listBulks = async (ctx: Ctx): Promise<BulkShown[]> => (ctx.actor.id === null ? [] : (await bulksOf(ctx.db, ctx.actor.id, mostListed)).map((it) => shown(ctx, it)));

/** A bulk move that the caller asked for. Of a case that he no longer may see it says what became of it, and not what it is. */
export const getBulk = async (ctx: Ctx, id: string): Promise<Result<Bulk, UnknownBulk>> => {
  const found = await findBulk(ctx.db, id);
  if (found?.askedBy !== ctx.actor.id) return fail({ kind: 'unknown-case-bulk' });
  const items = await bulkItems(ctx.db, id);
  const workflow = (await workflowsOfCases(ctx.db, items.map((it) => it.case)))[0] ?? null;
  const kind = caseKinds(ctx).find((it) => it.workflow.id === workflow);
  const called = await casesCalled(ctx, items.map((it) => it.case));
  const lines = items.map(({ case: of, outcome }): BulkLine => ({
    case: of, called: called.get(of) ?? null,
    to: outcome !== null && 'to' in outcome ? { state: outcome.to, label: kind?.word(`state.${outcome.to}`) ?? { vi: outcome.to } } : null,
    refused: outcome !== null && 'refused' in outcome ? (outcome.refused as RefusedMove) : null,
  }));
  const counted = { ...found, workflow, cases: lines.length, moved: lines.filter((it) => it.to).length, refused: lines.filter((it) => it.refused).length };
  return ok({ ...shown(ctx, counted), items: lines });
};

/** Stops a bulk move of the caller's: what was moved stays moved. */
export const cancelBulk = async (ctx: Ctx, id: string): Promise<Result<Bulk, UnknownBulk | { kind: 'case-bulk-ended' }>> => {
  const found = await getBulk(ctx, id);
  if (!found.ok) return found;
  const stopped = await ctx.write<Result<null, { kind: 'case-bulk-ended' }>>(async (tx, record) => {
    if (!(await endBulk(tx, id, 'cancelled', ctx.now()))) return fail({ kind: 'case-bulk-ended' });
    await record({ act: 'case-bulk.cancelled', subject: { kind: 'case-bulk', id } });
    return ok(null);
  });
  return stopped.ok ? getBulk(ctx, id) : stopped;
};

/** Another attempt has moved this case already, or the bulk was stopped: everything that this one did to it is undone. */
class NotItsTurn extends Error {}

/** What becomes of a case is noted in the transaction that moves it: a worker that is killed leaves both or neither, and nothing moves once the bulk is stopped. */
const noting = (write: Write, bulk: string, { place }: BulkItem): Write => (work, why) =>
  write(async (tx, record, alongside) => {
    const result = await work(tx, record, alongside);
    const moved = result as Result<{ to: string }, unknown>;
    if (!moved.ok) return result;
    if ((await findBulk(tx, bulk, true))?.state !== 'queued' || !(await noteOutcome(tx, bulk, place, { to: moved.value.to }))) throw new NotItsTurn();
    return result;
  }, why);

// What stands there now is read anew by whoever looks.
const asKept = (failure: MoveWholeFailure): BulkRefusal => (failure.kind === 'changed-meanwhile' ? { kind: failure.kind } : failure);

const moveOne = async (ctx: Ctx, { id, move, reason }: KeptBulk, item: BulkItem): Promise<void> => {
  const noted = await withCalendar({ ...ctx, write: noting(ctx.write, id, item) });
  const taken = await moveSeenCase(noted, { case: item.case, move, version: item.version, reason: reason ?? undefined }).catch((error: unknown) => {
    if (error instanceof NotItsTurn) return undefined;
    throw error;
  });
  if (taken && !taken.ok) await noteOutcome(ctx.db, id, item.place, { refused: asKept(taken.failure) });
};

/** Takes the moves of a bulk one by one, as whoever asked may now; goes on where another attempt was broken off, stops where it is stopped. */
export const workBulk = async (work: LaterWork, id: string): Promise<void> => {
  const bulk = await findBulk(work.db, id);
  if (!bulk) return;
  const ctx = await ctxOfLater(work, { id: bulk.askedBy, label: bulk.askedLabel });
  for (const item of (await bulkItems(ctx.db, id)).filter((it) => it.outcome === null)) {
    if (work.signal.aborted || (await findBulk(ctx.db, id))?.state !== 'queued') break;
    await moveOne(ctx, bulk, item);
  }
  if (work.signal.aborted) return;
  await ctx.db.transaction(async (tx) => {
    await endBulk(tx, id, 'done', ctx.now());
    await work.complete(tx);
  });
};
