import { closeById, insertClosePlan, insertCloseUnits, moveClose, noteCloseProgress } from '@saubac/db/closes';
import { plansInForce } from '@saubac/db/plans';
import { readWithin, ReadTimedOut, type TenantDb } from '@saubac/db/tenancy';

import { type Ctx, ctxOfLater, GivenUp, type LaterWork, permitWhole, watched } from '../context/index.ts';
import type { CloseProblem, KeptClose } from './close-view.ts';
import { type Snapshot, takeSnapshot } from './take-snapshot.ts';

/** The largest tenant is read in seconds; a machine may be a hundred times as slow. */
const readMs = 900_000;

const end = (work: LaterWork, id: string, failure: CloseProblem): Promise<void> =>
  work.db.transaction(async (tx) => {
    if (await moveClose(tx, id, { from: ['running'], to: 'failed', at: work.now().toISOString(), failure })) await work.complete(tx);
  });

const keep = (ctx: Ctx, work: LaterWork, { id, number }: KeptClose, taken: Snapshot, takenAt: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { position: dataPosition, headDigest: dataDigest, rules, rulesDigest, problems, contentDigest } = taken;
    const frozen = { dataPosition, dataDigest, takenAt, rules, rulesDigest, problems, contentDigest };
    if (!(await moveClose(tx, id, { from: ['running'], to: 'prepared', at: work.now().toISOString(), frozen }))) throw new GivenUp();
    await insertCloseUnits(tx, id, taken.units);
    for (const it of taken.plans) await insertClosePlan(tx, id, it);
    await record({ act: 'close.prepared', subject: { kind: 'close', id }, after: { number, dataPosition, rulesDigest, contentDigest } });
    await work.complete(tx);
  });

const freeze = async (ctx: Ctx, work: LaterWork, it: KeptClose): Promise<void> => {
  const takenAt = work.now().toISOString();
  let done = 0;
  const taken = await watched(work.signal, () => noteCloseProgress(work.db, it.id, done), (signal) =>
    readWithin(work.db, { timeoutMs: readMs, signal }, (db) => takeSnapshot({ ...ctx, db, signal }, it, () => (done += 1))),
  );
  await keep(ctx, work, it, taken, takenAt);
};

/** Ends a close whose freezing was given up, also when every attempt was killed. */
export const failClose = async (db: TenantDb, id: string, now: Date): Promise<void> => {
  await moveClose(db, id, { from: ['queued', 'running'], to: 'failed', at: now.toISOString(), failure: { kind: 'close-failed' } satisfies CloseProblem });
};

/**
 * Freezes the figures of a close: reads one state of the data, and keeps it in one transaction with its new state. Killed at any moment and done
 * again it is frozen once; whoever signs it signs what is kept then.
 */
export const freezeClose = async (work: LaterWork, id: string): Promise<void> => {
  const it: KeptClose | undefined = await closeById(work.db, id);
  if (!it) return;
  const of = (await plansInForce(work.db, it.cutOff)).length + 1;
  if (!(await moveClose(work.db, id, { from: ['queued', 'running'], to: 'running', at: work.now().toISOString(), of }))) return;
  const ctx = await ctxOfLater(work, { id: it.preparedBy, label: it.preparedLabel });
  const allowed = permitWhole(ctx, 'close.prepare');
  if (!allowed.ok) return end(work, id, allowed.failure);
  await freeze(ctx, work, it).catch((error: unknown) => {
    if (error instanceof ReadTimedOut) return end(work, id, { kind: 'took-too-long', seconds: Math.ceil(error.timeoutMs / 1_000) });
    if (!(error instanceof GivenUp)) throw error;
    return undefined;
  });
};
