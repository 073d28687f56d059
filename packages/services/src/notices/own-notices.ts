import { type KeptNotice, noticesOf, readNotices, unreadNotices } from '@saubac/db/notices';
import type { LocalText } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { casesCalled } from '../inbox/index.ts';

/** A notice with the case as its reader may see it today; null where he no longer may. */
export type ShownNotice = KeptNotice & { about: { title: LocalText; stateLabel: LocalText } | null };

/** Which of the caller's notices: of those unread only, after which one, how many. */
export type NoticesAsked = { unread?: boolean; after?: string | undefined; limit?: number };

/** The caller's own notices, the latest first, and how many he has not read; `next` is where the following page begins. */
export const listNotices = async (ctx: Ctx, { unread = false, after, limit = 20 }: NoticesAsked = {}): Promise<{ items: ShownNotice[]; unread: number; next: string | null }> => {
  const user = ctx.actor.id;
  if (user === null) return { items: [], unread: 0, next: null };
  const found = await noticesOf(ctx.db, user, { unread, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const called = await casesCalled(ctx, [...new Set(page.map((it) => it.case))]);
  const items = page.map((it): ShownNotice => {
    const about = called.get(it.case);
    return { ...it, at: new Date(it.at).toISOString(), about: about ? { title: about.title, stateLabel: about.stateLabel } : null };
  });
  return { items, unread: await unreadOf(ctx), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
};

/** How many notices the caller has not read. */
export const unreadOf = async (ctx: Ctx): Promise<number> => (ctx.actor.id === null ? 0 : unreadNotices(ctx.db, ctx.actor.id));

/** Notes that the caller has read some of his notices, or all. What somebody has read is no act upon the tenant, so that no audit holds it. */
export const markNoticesRead = async (ctx: Ctx, ids: readonly string[] | 'all'): Promise<void> => {
  if (ctx.actor.id !== null) await readNotices(ctx.db, ctx.actor.id, ids, ctx.now());
};
