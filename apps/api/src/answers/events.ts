import { withoutValues } from '@saubac/db/tenancy';
import { createCtx, type Ctx } from '@saubac/services/context';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { TenantEnv } from '../env.ts';
import { refuse } from './problem.ts';

/** Something to tell a listener; null: nothing for a while, but the stream lives. */
export type ServerEvent = { id: string; event: string; data: unknown } | null;

/** So many streams one account may listen to at once in this process; more is a mistake or mischief. */
const mostStreams = 10;
const listening = new Map<string, number>();

const hold = (user: string): boolean => {
  const held = listening.get(user) ?? 0;
  if (held >= mostStreams) return false;
  listening.set(user, held + 1);
  return true;
};
const letGo = (user: string): void => {
  const left = (listening.get(user) ?? 1) - 1;
  if (left > 0) listening.set(user, left);
  else listening.delete(user);
};

// Whoever may see less from now on is not told more: his stream ends, and he is judged anew when he comes back.
const endWhenRightsChange = ({ installation, visitor, tenant }: Context<TenantEnv>['var'], end: () => void): (() => void) =>
  installation.auth.access.subscribe((notice) => {
    if (notice === 'everything') return end();
    const elsewhere = ('user' in notice && notice.user !== visitor.user) || ('tenant' in notice && notice.tenant !== tenant.id) || ('session' in notice && notice.session !== visitor.session);
    if (!elsewhere) end();
  });

/**
 * Answers with server-sent events as they come. The stream outlives its request, whose hold on the tenant ends with the answer, so it takes
 * one of its own; it ends when the listener goes, when his rights may have changed, or when there is nothing more to tell.
 */
export const sendEvents = (c: Context<TenantEnv>, events: (ctx: Ctx, signal: AbortSignal) => AsyncIterable<ServerEvent>): Response => {
  const { installation, tenant, ctx, visitor, log } = c.var;
  if (!hold(visitor.user)) return refuse(c, { kind: 'too-many-requests', seconds: 30 });
  const over = new AbortController();
  const end = (): void => over.abort();
  return streamSSE(
    c,
    async (sse) => {
      sse.onAbort(end);
      const unsubscribe = endWhenRightsChange(c.var, end);
      const handle = await installation.openTenant(tenant);
      try {
        for await (const told of events(createCtx({ ...ctx, db: handle.db, signal: over.signal }), over.signal)) {
          if (told === null) await sse.write(':\n\n');
          else await sse.writeSSE({ id: told.id, event: told.event, data: JSON.stringify(told.data) });
        }
      } finally {
        handle.release();
        unsubscribe();
        letGo(visitor.user);
      }
    },
    async (error) => log.warn({ err: withoutValues(error) }, 'events broke off'),
  );
};
