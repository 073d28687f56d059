import type { Forbidden } from '@saubac/domain/access';
import type { Locale, Result } from '@saubac/domain/values';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ZodType } from 'zod';

import type { PluginCtx } from './context.ts';
import { type Manifest, permissionOf } from './manifest.ts';

/** A refusal in the plugin's own words: answered as problem+json with the code `<plugin>.<word>`. `values` fill the places in the words. */
export type PluginRefusal<Key extends string = string> = {
  status: 400 | 403 | 404 | 409 | 422;
  word: Key;
  values?: Readonly<Record<string, string | number>>;
  /** For 409: what stands now, beside what the caller sent. */
  current?: unknown;
  /** Which fields of the request are meant. */
  fields?: readonly { path: string; word: Key }[];
};

/** What a request to a plugin carries. There is no context before a permission has been asked for, so a route can't forget to. */
export type PluginEnv<Config = unknown> = {
  Variables: {
    locale: Locale;
    /** Opens the context for who holds a permission (in its full name). The host's. */
    open: (permission: string) => Result<PluginCtx<Config>, Forbidden>;
    /** Answers with a refusal. The host's. */
    refuse: (failure: Forbidden | PluginRefusal | { kind: 'invalid-input'; problems: readonly { path: string; message: string }[] } | { kind: string }) => Response;
    /** The caller's context. */
    plugin: PluginCtx<Config>;
  };
};

/** What routes of a plugin are written with. */
export type RouteTools<Key extends string, Permission extends string> = {
  /** First in every route: only who holds the permission comes in. A place `:id` of the path is a uuid; any other text there is not found. */
  needs: (permission: Permission) => MiddlewareHandler;
  /** Answers with a refusal in the plugin's words, or with one of the core's (of `ctx.cases.move`, say) as it is. */
  refuse: (c: Context, refusal: PluginRefusal<Key> | { kind: string }) => Response;
  /** The body of the request, checked; a fault is answered with the field and what is wrong with it. */
  body: <T>(c: Context, schema: ZodType<T>) => Promise<Result<T, { kind: 'invalid-input'; problems: readonly { path: string; message: string }[] }>>;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Routes of a plugin, relative to `/api/t/<tenant>/x/<plugin>`. The host mounts them behind session and tenant, under a timeout. */
export type PluginRoutes = { mount: (app: Hono<PluginEnv>) => unknown };

/**
 * Declares the routes of a plugin. Paths begin with `/`; whatever they answer is JSON.
 *
 * @example
 * export const routes = pluginRoutes<Config>()(manifest, (app, { needs, refuse, body }) => {
 *   app.get('/duties', needs('duty.read'), async (c) => c.json(await listDuties(c.var.plugin)));
 *   app.post('/duties', needs('duty.manage'), async (c) => {
 *     const input = await body(c, newDuty);
 *     if (!input.ok) return refuse(c, input.failure);
 *     const added = await addDuty(c.var.plugin, input.value);
 *     return added.ok ? c.json(added.value, 201) : refuse(c, { status: 409, word: 'refusal.onDutyAlready' });
 *   });
 * });
 */
export const pluginRoutes =
  <Config>() =>
  <Key extends string, Permission extends string>(
    manifest: Manifest<string, Key, Permission>,
    mount: (app: Hono<PluginEnv<Config>>, tools: RouteTools<Key, Permission>) => unknown,
  ): PluginRoutes => {
    const refuse: RouteTools<Key, Permission>['refuse'] = (c, refusal) => (c as Context<PluginEnv>).var.refuse(refusal);
    const needs = (permission: Permission): MiddlewareHandler =>
      createMiddleware<PluginEnv>(async (c, next) => {
        const opened = c.var.open(permissionOf(manifest, permission));
        if (!opened.ok) return c.var.refuse(opened.failure);
        const id = c.req.param('id');
        // The database would throw on what is no uuid.
        if (id !== undefined && !uuid.test(id)) return c.var.refuse({ kind: 'not-found' });
        c.set('plugin', opened.value);
        return next();
      });
    const body: RouteTools<Key, Permission>['body'] = async (c, schema) => {
      const read = schema.safeParse(await c.req.json().catch(() => undefined));
      if (read.success) return { ok: true, value: read.data };
      return { ok: false, failure: { kind: 'invalid-input', problems: read.error.issues.map((it) => ({ path: it.path.join('.'), message: it.message })) } };
    };
    return { mount: (app) => mount(app as unknown as Hono<PluginEnv<Config>>, { needs, refuse, body }) };
  };
