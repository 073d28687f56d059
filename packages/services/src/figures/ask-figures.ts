import { createHash } from 'node:crypto';

import { dataVersion } from '@saubac/db/audit';
import { type ReadLimits, readWithin, ReadTimedOut, rehearseWithin, type TenantTx } from '@saubac/db/tenancy';
import { fail, type Result } from '@saubac/domain/values';
import type { Registry } from '@saubac/plugin-api';

import type { Ctx } from '../context/index.ts';
import type { Figures } from './figures.ts';

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

/** Where no process limits it, a rehearsal may take so long. */
const atTheCommandLineMs = 300_000;

/** Asks through the figures of the process: in the lane of the tenant, once for all who ask the same of the same data, under their limits. */
const inFigures = async <T, F>(
  { tenant, db, registry, signal }: Ctx,
  figures: Figures,
  { question, keep }: { question: unknown; keep: boolean },
  work: (limits: ReadLimits) => Promise<Result<T, F>>,
): Promise<Result<T, F | TookTooLong>> => {
  const key = createHash('sha256').update(JSON.stringify([tenant.id, await dataVersion(db), markOf(registry), question])).digest('base64');
  try {
    return await figures.ask({ tenant: tenant.id, key, keep, signal }, (stop) => work({ timeoutMs: figures.timeoutMs, signal: stop }));
  } catch (error) {
    if (error instanceof ReadTimedOut) return fail({ kind: 'took-too-long', seconds: Math.ceil(error.timeoutMs / 1_000) });
    throw error;
  }
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
  if (!ctx.figures) return work(ctx);
  return inFigures(ctx, ctx.figures, { question, keep }, (limits) => readWithin(ctx.db, limits, (db) => work({ ...ctx, db, signal: limits.signal })));
};

/**
 * As `askFigures`, for a question that tries something out in a transaction that is undone: `work` may make temporary tables. Two who ask
 * the same at the same time share the work; nobody after them does.
 */
export const askRehearsal = async <T, F>(ctx: Ctx, question: unknown, work: (ctx: Ctx, tx: TenantTx) => Promise<Result<T, F>>): Promise<Result<T, F | TookTooLong>> => {
  const rehearsal = (limits: ReadLimits) => rehearseWithin(ctx.db, limits, (tx) => work({ ...ctx, db: tx, signal: limits.signal }, tx));
  return ctx.figures ? inFigures(ctx, ctx.figures, { question, keep: false }, rehearsal) : rehearsal({ timeoutMs: atTheCommandLineMs, signal: ctx.signal });
};
