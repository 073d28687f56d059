import type { TenantTx } from '@saubac/db/tenancy';
import type { ActivePlugin, PluginPayload } from '@saubac/plugin-api';
import type { Ctx } from '@saubac/services/context';

import type { PluginHost } from './host.ts';
import { faultMessage, markFailed } from './mark-failed.ts';
import { pluginCtx } from './plugin-ctx.ts';
import { withinTime } from './within-time.ts';

/** What the log is told of a fault: which part of which plugin, and the message without values. */
export type ToldFault = { plugin: string; part: string; fault: string };

type Part = { plugin: string; part: string; timeoutSeconds: number; log: (fault: ToldFault) => void; isDone?: (error: unknown) => boolean };

const usualSeconds = 30;
const mostSeconds = 240;

/** Notes a fault against a plugin, and marks it as failed in the tenant when it was one too many. */
const noteFault = async (host: PluginHost, ctx: Ctx, { plugin, part, log }: Part, error: unknown): Promise<void> => {
  const fault = faultMessage(error);
  log({ plugin, part, fault });
  if (!host.breaker.fault(ctx.tenant.id, plugin)) return;
  await markFailed(ctx.db, ctx.tenant.id, { plugin, failure: { kind: 'broke-repeatedly', part, faults: host.rules.faults, message: fault }, now: ctx.now() });
};

const watched = async (host: PluginHost, ctx: Ctx, part: Part, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  try {
    await withinTime({ timeoutMs: Math.min(part.timeoutSeconds, mostSeconds) * 1_000, signal: ctx.signal }, work);
    host.breaker.well(ctx.tenant.id, part.plugin);
  } catch (error) {
    // Whoever stops the worker, or did the work first, is no fault of the plugin.
    if (!ctx.signal?.aborted && !part.isDone?.(error)) await noteFault(host, ctx, part, error);
    throw error;
  }
};

const ctxOf = (host: PluginHost, ctx: Ctx, active: ActivePlugin, signal: AbortSignal, complete?: (tx: TenantTx) => Promise<void>) =>
  pluginCtx({ ctx, active, signal, statementTimeoutMs: mostSeconds * 1_000, complete, files: host.files && { store: host.files } });

/** Work of a plugin after a commit, as a row of the outbox asks for it. */
export type HandlerWork = {
  plugin: string; handler: string; payload: PluginPayload; key: string; attempt: number;
  complete: (tx: TenantTx) => Promise<void>; isDone: (error: unknown) => boolean; log: (fault: ToldFault) => void;
};

/**
 * Does the work of a handler, with what its asker may do now. Of a plugin that was switched off since nothing is done; one that has failed,
 * or is left out in safe mode, is tried again later, as long as work is.
 */
export const runHandler = async (host: PluginHost, ctx: Ctx, { plugin, handler, payload, key, attempt, complete, isDone, log }: HandlerWork): Promise<void> => {
  const active = ctx.registry.active.get(plugin);
  const standing = ctx.registry.plugins.get(plugin)?.state;
  if (!active && (standing === 'failed' || standing === 'safe-mode')) throw Object.assign(new Error(`${plugin} does not run`), { code: 'plugin-failed' });
  const found = active?.plugin.handlers?.[handler];
  if (!active) return;
  if (!found) throw Object.assign(new Error(`${plugin} has no handler ${handler}`), { code: 'no-handler' });
  const part = { plugin, part: handler, timeoutSeconds: found.timeoutSeconds ?? usualSeconds, isDone, log };
  await watched(host, ctx, part, (signal) => found.run(ctxOf(host, ctx, active, signal, complete), payload, { key, attempt }));
};

/** Does the nightly jobs of every enabled plugin of a tenant, whatever became of the one before. Rejects with the first fault once all were tried. */
export const runJobs = async (host: PluginHost, ctx: Ctx, log: (fault: ToldFault) => void): Promise<number> => {
  const faults: unknown[] = [];
  let done = 0;
  for (const active of ctx.registry.active.values()) {
    for (const [name, job] of Object.entries(active.plugin.jobs ?? {})) {
      const part = { plugin: active.plugin.manifest.id, part: name, timeoutSeconds: job.timeoutSeconds ?? usualSeconds, log };
      await watched(host, ctx, part, (signal) => job.run(ctxOf(host, ctx, active, signal))).then(() => (done += 1), (error: unknown) => faults.push(error));
    }
  }
  if (faults.length > 0) throw faults[0];
  return done;
};

/** Fills a demonstration with what an enabled plugin shows there; for its own tenants only, once. */
export const runSample = async (host: PluginHost, ctx: Ctx, plugin: string): Promise<boolean> => {
  const active = ctx.registry.active.get(plugin);
  if (!active?.plugin.sample) return false;
  await active.plugin.sample(ctxOf(host, ctx, active, ctx.signal ?? new AbortController().signal));
  return true;
};
