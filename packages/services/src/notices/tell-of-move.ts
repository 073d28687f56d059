import { findCase, movesOfCase } from '@saubac/db/cases';
import { insertNotices, type NewNotice } from '@saubac/db/notices';
import { roleHolds, type Permission } from '@saubac/domain/access';
import { everything } from '@saubac/domain/values';

import { type Ctx, ctxOfLater, type LaterWork } from '../context/index.ts';
import { caseKinds } from '../inbox/index.ts';
import { everybody, waitsFor } from './people.ts';

/** Whoever could hold a permission that a move of the workflow asks for: those for whom it is worth looking. */
const candidates = async (ctx: Ctx, workflow: string) => {
  const kind = caseKinds(ctx).find((it) => it.workflow.id === workflow);
  const asked = [...new Set(Object.values(kind?.workflow.moves ?? {}).map((it) => it.permission))];
  const holds = (role: Parameters<typeof roleHolds>[0]): boolean => asked.some((it) => (it.includes(':') ? (ctx.registry.grants.get(it as never) ?? []).includes(role) : roleHolds(role, it as Permission)));
  return (await everybody(ctx)).filter(({ roles }) => [...roles].some(holds)).map((it) => it.user);
};

/** Everybody for whom a case waits now. */
export const waitingUsers = async (ctx: Ctx, id: string, workflow: string) => {
  const waiting = [];
  for (const user of await candidates(ctx, workflow)) if (await waitsFor(ctx, user, id, workflow)) waiting.push(user);
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
  const waiting = found.closedAt === null ? await waitingUsers(ctx, id, found.workflow) : [];
  const notices = [...opener, ...waiting.filter((it) => it !== last?.by && it !== opener[0]?.user).map((it) => told('waits', it, false))];
  await ctx.db.transaction(async (tx) => {
    await insertNotices(tx, notices, ctx.now());
    await work.complete(tx);
  });
};
