import { createHash } from 'node:crypto';

import { dataVersion } from '@saubac/db/audit';
import { readWithin, ReadTimedOut } from '@saubac/db/tenancy';
import { fail, type Result } from '@saubac/domain/values';
import type { Registry } from '@saubac/plugin-api';

import type { Ctx } from '../context/index.ts';

/** The work was stopped after its time. */
export type TookTooLong = { kind: 'took-too-long'; seconds: number };

const marks = new WeakMap<Registry, string>();

/** What plugins bring to figures, as a text that differs when they bring something else. */
const markOf = (registry: Registry): string => {
  const known = marks.get(registry);
  if (known !== undefined) return known;
  const mark = JSON.stringify([[...registry.facts.keys()], [...registry.plugins].map(([id, it]) => [id, it.version, it.state])]);
  marks.set(registry, mark);
  return mark;
};

/**
 * Answers a question about figures that may take long: once for all who ask it at the same time, and from memory while no audited write has
 * changed the tenant's data since. What it costs to know that is one tiny read, so that no answer is ever older than a write, whichever
 * process made it. `question` is everything that the answer depends on beside the data: what is asked, and the caller's units. The work reads
 * one snapshot through the context it is given, under a time limit, and ends when nobody waits for it. `keep: false` keeps the answer
 * for nobody who comes later, as is right for names.
 */
export const askFigures = async <T, F>(
  ctx: Ctx,
  { question, keep = true }: { question: unknown; keep?: boolean },
  work: (ctx: Ctx) => Promise<Result<T, F>>,
): Promise<Result<T, F | TookTooLong>> => {
  const { figures, tenant, signal } = ctx;
  if (!figures) return work(ctx);
  const key = createHash('sha256').update(JSON.stringify([tenant.id, await dataVersion(ctx.db), markOf(ctx.registry), question])).digest('base64');
  try {
    return await figures.ask({ tenant: tenant.id, key, keep, signal }, (stop) => readWithin(ctx.db, { timeoutMs: figures.timeoutMs, signal: stop }, (db) => work({ ...ctx, db, signal: stop })));
  } catch (error) {
    if (error instanceof ReadTimedOut) return fail({ kind: 'took-too-long', seconds: Math.ceil(error.timeoutMs / 1_000) });
    throw error;
  }
};
