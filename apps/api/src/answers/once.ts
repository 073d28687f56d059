import { createHash } from 'node:crypto';
import { isKeyTaken, keptOutcome } from '@saubac/db/access';
import { fail, type Result } from '@saubac/domain/values';
import { createCtx, type Ctx } from '@saubac/services/context';
import type { Context } from 'hono';
import type { TenantEnv } from '../env.ts';

export type KeyReused = { kind: 'idempotency-key-reused' };

/**
 * Does a creation once however often it is sent under one `Idempotency-Key`: the outcome is kept in the transaction that creates, and
 * given again. The same key for another request is refused. Without a key each request creates.
 */
export const once = async <T, F>(c: Context<TenantEnv>, input: unknown, verb: (ctx: Ctx) => Promise<Result<T, F>>): Promise<Result<T, F | KeyReused>> => {
  const ctx = c.var.ctx;
  const key = c.req.header('idempotency-key');
  if (key === undefined || ctx.actor.id === null) return verb(ctx);
  const digest = createHash('sha256').update(JSON.stringify([c.req.method, c.req.path, input])).digest('hex');
  const request = { actor: ctx.actor.id, key, digest };
  const earlier = async (): Promise<Result<T, F | KeyReused> | undefined> => {
    const kept = await keptOutcome(ctx.db, request);
    return kept && (kept.sameRequest ? (kept.outcome as Result<T, F>) : fail({ kind: 'idempotency-key-reused' }));
  };
  const answered = await earlier();
  if (answered) return answered;
  // The same key may come twice at once. The slower request then breaks the key, or is refused for what the quicker one has just created.
  const outcome = await verb(createCtx({ ...ctx, request })).catch(async (error: unknown) => {
    const other = isKeyTaken(error) ? await earlier() : undefined;
    if (other) return other;
    throw error;
  });
  return outcome.ok ? outcome : ((await earlier()) ?? outcome);
};
