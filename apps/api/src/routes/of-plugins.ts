import { createHash } from 'node:crypto';
import { keptOutcome, type RepeatableRequest, settleOutcome } from '@saubac/db/access';
import type { LocalText } from '@saubac/domain/values';
import { faultMessage, markFailed, pluginCtx, type PluginRequest, TookTooLong, withinTime } from '@saubac/plugin-host';
import { permit } from '@saubac/services/context';
import type { Context, Hono } from 'hono';
import { countUpload, refuse, refuseForPlugin, type Speaker } from '../answers/index.ts';
import type { Env, TenantEnv } from '../env.ts';
import { isOutage, tookTooLong } from '../middleware/faults.ts';
import { isFileForPlugin } from '../middleware/limits.ts';

type Asked = Context<TenantEnv>;
type Active = NonNullable<ReturnType<TenantEnv['Variables']['ctx']['registry']['active']['get']>>;

const speakerOf = ({ plugin: { manifest } }: Active): Speaker => {
  const { id, words, permissions = {} } = manifest;
  const word = (key: string): LocalText => ({ vi: words.vi[key] ?? key, en: words.en[key] ?? key });
  return { id, words, title: word(manifest.title), permission: (full) => word(permissions[full.slice(id.length + 1)]?.label ?? full) };
};

/** What of a request is held against one with the same key: all of it, of a file its name and size. */
const sentWith = (c: Asked): Promise<string> => (isFileForPlugin(c) ? Promise.resolve(JSON.stringify([c.req.header('x-file-name'), c.req.header('content-length')])) : c.req.raw.clone().text());

/** The request as one that may be repeated, if its sender gave it a key. */
const repeatable = async (c: Asked): Promise<RepeatableRequest | undefined> => {
  const key = c.req.header('idempotency-key');
  const actor = c.var.ctx.actor.id;
  if (c.req.method !== 'POST' || key === undefined || actor === null) return undefined;
  const body = await sentWith(c);
  return { actor, key, digest: createHash('sha256').update(JSON.stringify([c.req.method, c.req.path, body])).digest('hex') };
};

type Kept = { status?: number; body?: string; outcome?: unknown };

/** What was answered to the same request before; `undefined`: it is new. */
const answeredBefore = async (c: Asked, request: RepeatableRequest): Promise<Response | undefined> => {
  const kept = await keptOutcome(c.var.ctx.db, request);
  if (!kept) return undefined;
  if (!kept.sameRequest) return refuse(c, { kind: 'idempotency-key-reused' });
  const { status = 200, body, outcome } = kept.outcome as Kept;
  return c.body(body ?? JSON.stringify(outcome ?? null), status as 200, { 'content-type': 'application/json' });
};

const run = (c: Asked, active: Active, speaker: Speaker, request: RepeatableRequest | undefined): Promise<Response> => {
  const { ctx, installation, locale } = c.var;
  const { times, app } = installation.plugins;
  return withinTime({ timeoutMs: times.routeMs, signal: c.req.raw.signal }, async (signal, aside) => {
    let opened: ReturnType<typeof pluginCtx> | undefined;
    const files = { store: installation.files, admit: () => countUpload(c), aside };
    const given: PluginRequest = {
      locale,
      open: (permission) => {
        const scope = permit(ctx, permission as `${string}:${string}`);
        if (!scope.ok) return scope;
        return { ok: true, value: (opened ??= pluginCtx({ ctx, active, signal, statementTimeoutMs: times.statementMs, request, files })) };
      },
      refuse: (failure) => refuseForPlugin(c, speaker, failure),
      unknown: () => refuse(c, { kind: 'not-found' }),
    };
    return (await app(speaker.id)?.(c.req.raw, given)) ?? given.unknown();
  });
};

/**
 * A fault of a plugin: noted against it, told with its name and without what it threw. What is no fault of it (the database is away, the
 * caller has left) is thrown on.
 */
export const faultOfPlugin = async (c: Pick<Asked, 'var' | 'req'>, { plugin: id, part }: { plugin: string; part: string }, error: unknown): Promise<Response> => {
  const { ctx, installation, log } = c.var;
  const active = ctx.registry.active.get(id);
  if (!active || c.req.raw.signal.aborted || isOutage(error)) throw error;
  const late = error instanceof TookTooLong || tookTooLong(error);
  const message = faultMessage(error);
  log.warn({ plugin: id, part, late, fault: message }, 'fault of a plugin');
  const { breaker, rules } = installation.plugins;
  if (breaker.fault(ctx.tenant.id, id)) {
    await markFailed(ctx.db, ctx.tenant.id, { plugin: id, failure: { kind: 'broke-repeatedly', part, faults: rules.faults, message }, now: ctx.now() });
    installation.auth.access.tell({ tenant: ctx.tenant.id });
  }
  return refuse(c as Asked, { kind: late ? 'plugin-too-slow' : 'plugin-fault', plugin: speakerOf(active).title } as { kind: 'plugin-fault' });
};

const answer = async (c: Asked): Promise<Response> => {
  const { ctx, installation } = c.var;
  const id = c.req.param('plugin') ?? '';
  const active = ctx.registry.active.get(id);
  if (!active?.plugin.routes) return refuse(c, { kind: 'not-found' });
  const speaker = speakerOf(active);
  const { breaker } = installation.plugins;
  const seconds = breaker.rest(ctx.tenant.id, id);
  if (seconds > 0) return refuse(c, { kind: 'plugin-resting', plugin: speaker.title, seconds } as { kind: 'plugin-resting' });
  const request = await repeatable(c);
  const before = request && (await answeredBefore(c, request));
  if (before) return before;
  try {
    const response = await run(c, active, speaker, request);
    if (response.status >= 500) throw new Error(`answered ${response.status}`);
    breaker.well(ctx.tenant.id, id);
    if (request && response.ok) await settleOutcome(ctx.db, request, { status: response.status, body: await response.clone().text() } satisfies Kept);
    response.headers.delete('set-cookie');
    return response;
  } catch (error) {
    const other = request && (await answeredBefore(c, request));
    return other ?? faultOfPlugin(c, { plugin: id, part: c.req.path.split('/').slice(6).join('/') || '/' }, error);
  }
};

/**
 * The routes of plugins, each behind session, tenant and its own permission, under a time. One that is not enabled in the tenant is as
 * unknown as any address. They are no part of the contract: each plugin answers for its own.
 */
export const mountPlugins = (app: Hono<Env>): void => {
  app.all('/api/t/:tenant/x/:plugin/*', (c) => answer(c as unknown as Asked));
};
