import type { Forbidden } from '@saubac/domain/access';
import { attachmentOf } from '@saubac/domain/transfers';
import { fail, type Locale, ok, type Result } from '@saubac/domain/values';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ZodType } from 'zod';

import type { PluginCtx } from './context.ts';
import type { OpenedFile, PluginUpload } from './files.ts';
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

type InvalidInput = { kind: 'invalid-input'; problems: readonly { path: string; message: string }[] };

/** What routes of a plugin are written with. */
export type RouteTools<Key extends string, Permission extends string> = {
  /** First in every route: only who holds the permission comes in. A place `:id` or `:file` of the path is a uuid; any other text there is not found. */
  needs: (permission: Permission) => MiddlewareHandler;
  /** Answers with a refusal in the plugin's words, or with one of the core's (of `ctx.cases.move`, say) as it is. */
  refuse: (c: Context, refusal: PluginRefusal<Key> | { kind: string }) => Response;
  /** The body of the request, checked; a fault is answered with the field and what is wrong with it. */
  body: <T>(c: Context, schema: ZodType<T>) => Promise<Result<T, InvalidInput>>;
  /** The file that a request is made of: its bytes as `application/octet-stream`, its name in the header `x-file-name`, as `api.upload` of a page sends it. For `ctx.files.take`. */
  upload: (c: Context) => Result<PluginUpload, InvalidInput>;
  /** Answers with a file of `ctx.files.open`: to be saved under its name, never shown, never kept on the way. */
  sendFile: (c: Context, file: OpenedFile) => Response;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

async function* nothing(): AsyncGenerator<Uint8Array> {}

const uploadOf = (c: Context): Result<PluginUpload, InvalidInput> => {
  const name = c.req.header('x-file-name');
  if (c.req.header('content-type') !== 'application/octet-stream') return fail({ kind: 'invalid-input', problems: [{ path: '', message: 'application/octet-stream' }] });
  if (name === undefined || name === '' || name.length > 1_000) return fail({ kind: 'invalid-input', problems: [{ path: 'x-file-name', message: 'x-file-name' }] });
  return ok({ content: (c.req.raw.body as AsyncIterable<Uint8Array> | null) ?? nothing(), name: decoded(name) });
};

const fileAnswer = (c: Context, { name, mediaType, size, sha256, content }: OpenedFile): Response =>
  c.body(content, 200, {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': attachmentOf(name),
    'cache-control': 'private, no-store',
    // Named here, so that nobody reads the whole of it to make one.
    etag: `"${sha256}"`,
    'x-content-type-options': 'nosniff',
    // A file that some program shows nevertheless may run nothing and ask nobody.
    'content-security-policy': "default-src 'none'; sandbox",
  });

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Routes of a plugin, relative to `/api/t/<tenant>/x/<plugin>`. The host mounts them behind session and tenant, under a timeout. */
export type PluginRoutes = { mount: (app: Hono<PluginEnv>) => unknown };

/**
 * Declares the routes of a plugin. Paths begin with `/`; what they answer is JSON, or a file by `sendFile`.
 *
 * @example
 * export const routes = pluginRoutes<Config>()(manifest, (app, { needs, refuse, body, upload: uploadOf, sendFile: fileAnswer }) => {
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
        const ids = [c.req.param('id'), c.req.param('file')];
        // The database would throw on what is no uuid.
        if (ids.some((it) => it !== undefined && !uuid.test(it))) return c.var.refuse({ kind: 'not-found' });
        c.set('plugin', opened.value);
        return next();
      });
    const body: RouteTools<Key, Permission>['body'] = async (c, schema) => {
      const read = schema.safeParse(await c.req.json().catch(() => undefined));
      if (read.success) return { ok: true, value: read.data };
      return { ok: false, failure: { kind: 'invalid-input', problems: read.error.issues.map((it) => ({ path: it.path.join('.'), message: it.message })) } };
    };
    return { mount: (app) => mount(app as unknown as Hono<PluginEnv<Config>>, { needs, refuse, body, upload: uploadOf, sendFile: fileAnswer }) };
  };
