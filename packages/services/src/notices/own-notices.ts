import { type KeptNotice, noticesOf, readNotices, unreadNotices } from '@saubac/db/notices';
import type { LocalText } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { getWholeCase } from '../inbox/index.ts';

/** A notice with the case as its reader may see it today; null where he no longer may. */
export type ShownNotice = KeptNotice & { about: { title: LocalText; stateLabel: LocalText } | null };

const shown = async (ctx: Ctx, it: KeptNotice): Promise<ShownNotice> => {
  const found = await getWholeCase(ctx, it.case);
  return { ...it, at: new Date(it.at).toISOString(), about: found.ok ? { title: found.value.title, stateLabel: found.value.stateLabel } : null };
};

/** The caller's own notices, the latest first, and how many he has not read. */
export const listNotices = async (ctx: Ctx, { unread = false, limit = 20 }: { unread?: boolean; limit?: number } = {}): Promise<{ items: ShownNotice[]; unread: number }> => {
  const user = ctx.actor.id;
  if (user === null) return { items: [], unread: 0 };
  const items: ShownNotice[] = [];
  for (const it of await noticesOf(ctx.db, user, { unread, limit })) items.push(await shown(ctx, it));
  return { items, unread: await unreadNotices(ctx.db, user) };
};

/** Notes that the caller has read some of his notices, or all. What somebody has read is no act upon the tenant, so that no audit holds it. */
export const markNoticesRead = async (ctx: Ctx, ids: readonly string[] | 'all'): Promise<void> => {
  if (ctx.actor.id !== null) await readNotices(ctx.db, ctx.actor.id, ids, ctx.now());
};
