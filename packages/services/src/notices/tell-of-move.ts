import { findCase, type KeptCase, movesOfCase } from '@saubac/db/cases';
import { insertNotices, type NewNotice } from '@saubac/db/notices';
import { everything, type UserId } from '@saubac/domain/values';

import { type Ctx, ctxOfLater, type LaterWork } from '../context/index.ts';
import { everybody, whoSees } from './people.ts';

/** Everybody for whom a case waits now: in whose inbox it stands. */
const waitingUsers = async (ctx: Ctx, it: KeptCase): Promise<UserId[]> => {
  const waiting: UserId[] = [];
  for await (const { somebody, seen } of whoSees(ctx, await everybody(ctx), [it])) if (seen.some(({ waits }) => waits)) waiting.push(somebody.user);
  return waiting;
};

/**
 * Tells of a move that was taken: those for whom the case waits now, and who began it, where somebody else decided. What has moved on since
 * is told by its own move.
 */
export const tellOfMove = async (work: LaterWork, { case: id, version }: { case: string; version: number }): Promise<void> => {
  const ctx = await ctxOfLater(work, { id: null, label: 'notices' });
  const found = await findCase(ctx.db, everything, id, ctx.today);
  if (!found || found.version !== version) return;
  const last = (await movesOfCase(ctx.db, id)).at(-1);
  const told = (kind: NewNotice['kind'], user: NewNotice['user'], urgent: boolean): NewNotice => ({ user, key: `${id}:${version}`, kind, case: id, urgent });
  const opener = found.openedBy !== null && last !== undefined && last.by !== found.openedBy ? [told('moved', found.openedBy, true)] : [];
  const waiting = found.closedAt === null ? await waitingUsers(ctx, found) : [];
  const notices = [...opener, ...waiting.filter((it) => it !== last?.by && it !== opener[0]?.user).map((it) => told('waits', it, false))];
  await ctx.db.transaction(async (tx) => {
    await insertNotices(tx, notices, ctx.now());
    await work.complete(tx);
  });
};
