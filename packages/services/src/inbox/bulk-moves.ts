import { type BulkItem, bulkItems, endBulk, findBulk, findCase, insertBulk, type KeptBulk, noteOutcome } from '@saubac/db/cases';
import { queue } from '@saubac/db/outbox';
import { everything, fail, ok, type Result } from '@saubac/domain/values';
import { moveCase } from '../cases/index.ts';
import { type Ctx, ctxOfLater, type LaterWork, type Write } from '../context/index.ts';
import { withCalendar } from './calendar.ts';
import { caseKinds } from './kinds.ts';

/** The move, why, and the cases as they were seen. */
export type BulkInput = { move: string; reason?: string | undefined; cases: readonly { case: string; version: number }[] };

export type UnknownBulk = { kind: 'unknown-case-bulk' };

/** A bulk move with what became of each case so far. */
export type Bulk = KeptBulk & { items: BulkItem[] };

/** Asks for the same move in many cases. Whether each may be taken is decided when it is its turn; nobody is allowed more by asking for many. */
export const startBulk = (ctx: Ctx, { move, reason, cases }: BulkInput): Promise<Result<{ id: string }, UnknownBulk>> =>
  ctx.write<Result<{ id: string }, UnknownBulk>>(async (tx, record) => {
    const id = await insertBulk(tx, { move, reason: reason?.trim() || null, askedBy: ctx.actor.id, askedLabel: ctx.actor.label, at: ctx.now(), cases });
    await queue(tx, { kind: 'case.bulk', payload: { bulk: id } });
    await record({ act: 'case-bulk.started', subject: { kind: 'case-bulk', id }, after: { move, cases: cases.length } });
    return ok({ id });
  });

/** A bulk move that the caller asked for. */
export const getBulk = async (ctx: Ctx, id: string): Promise<Result<Bulk, UnknownBulk>> => {
  const found = await findBulk(ctx.db, id);
  return found && found.askedBy === ctx.actor.id ? ok({ ...found, items: await bulkItems(ctx.db, id) }) : fail({ kind: 'unknown-case-bulk' });
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

/** Another attempt has moved this case already: everything that this one did to it is undone. */
class TakenAlready extends Error {}

const outcomeOf = (result: unknown): NonNullable<BulkItem['outcome']> => {
  const it = result as Result<{ to: string }, { kind: string }>;
  return it.ok ? { to: it.value.to } : { refused: it.failure.kind };
};

/** What becomes of a case is noted in the transaction that moves it: a worker that is killed leaves both or neither. */
const noting = (write: Write, bulk: string, { place }: BulkItem): Write => (work, why) =>
  write(async (tx, record, alongside) => {
    const result = await work(tx, record, alongside);
    if (!(await noteOutcome(tx, bulk, place, outcomeOf(result)))) throw new TakenAlready();
    return result;
  }, why);

const moveOne = async (ctx: Ctx, { id, move, reason }: KeptBulk, item: BulkItem): Promise<void> => {
  const found = await findCase(ctx.db, everything, item.case, ctx.today);
  const kind = caseKinds(ctx).find((it) => it.workflow.id === found?.workflow);
  if (!kind) return void (await noteOutcome(ctx.db, id, item.place, { refused: 'unknown-case' }));
  const taken = await moveCase(await withCalendar({ ...ctx, write: noting(ctx.write, id, item) }), kind, { case: item.case, move, version: item.version, reason: reason ?? undefined }).catch((error: unknown) => {
    if (error instanceof TakenAlready) return undefined;
    throw error;
  });
  // What was refused before anything was to be written is noted for itself.
  if (taken && !taken.ok) await noteOutcome(ctx.db, id, item.place, outcomeOf(taken));
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
