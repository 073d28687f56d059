import { OpenAPIHono, type RouteConfig, type z } from '@hono/zod-openapi';
import type { Context, Env as HonoEnv } from 'hono';
import { faultsOf, refuse } from '../answers/index.ts';
import type { Env, SignedInEnv, TenantEnv } from '../env.ts';

declare const replied: unique symbol;

/** An answer that the contract of its route allows. */
export type Reply = Response & { readonly [replied]: true };

/** An answer that is no JSON: a file, a stream of events, a redirection, nothing. What it holds is the handler's own matter. */
export const raw = (response: Response): Reply => response as Reply;

type BodyOf<R extends RouteConfig, Status extends keyof R['responses']> = R['responses'][Status] extends { content: { 'application/json': { schema: infer Schema extends z.ZodType } } } ? z.input<Schema> : never;

/** Answers as the contract has it: with a body of the declared form for a declared status. */
type Answering<R extends RouteConfig> = {
  answer: <Status extends keyof R['responses'] & number>(body: BodyOf<R, Status>, status: Status, headers?: Record<string, string>) => Reply;
};

type PartOf<R extends RouteConfig, Part extends string> = R extends { request: Record<Part, infer Schema extends z.ZodType> } ? z.output<Schema> : never;
type SentOf<R extends RouteConfig, Media extends string> = R extends { request: { body: { content: Record<Media, { schema: infer Schema extends z.ZodType }> } } } ? z.output<Schema> : never;

/** What `c.req.valid` gives: each part of the request as the schema of the route makes it. */
type Valid<R extends RouteConfig> = {
  in: object;
  out: { param: PartOf<R, 'params'>; query: PartOf<R, 'query'>; header: PartOf<R, 'headers'>; json: SentOf<R, 'application/json'>; form: SentOf<R, 'multipart/form-data'> };
};

type Asked<R extends RouteConfig, E extends HonoEnv> = Context<E, string, Valid<R>>;

/**
 * Where routes are added, each with its handler. Hono's own types of a chain of routes, and of what each may answer, cost the compiler
 * more than all of the rest; nobody asks for them, because the client is typed by the contract. Here an answer is held to the schema
 * of its status and to nothing else.
 */
export type Routes<E extends HonoEnv> = {
  openapi: <R extends RouteConfig>(route: R, handler: (c: Answering<R> & Asked<R, E>) => Reply | Promise<Reply>) => void;
};

const routes = <E extends Env>(add: (app: Routes<E>) => void): OpenAPIHono<E> => {
  const app = new OpenAPIHono<E>({ defaultHook: (result, c) => (result.success ? undefined : refuse(c, { kind: 'invalid-request' }, faultsOf(result.target, result.error.issues))) });
  add({
    openapi: (route, handler) => {
      const answering = (c: Asked<RouteConfig, E>): Promise<Reply> | Reply => (handler as (c: unknown) => Promise<Reply> | Reply)(Object.assign(c, { answer: c.json }));
      app.openapi(route, answering as never);
    },
  });
  return app;
};

/** Routes outside tenants, open to everybody. A request that is not in the form of its route is refused field by field. */
export const openRoutes = (add: (app: Routes<Env>) => void): OpenAPIHono<Env> => routes(add);

/** Routes outside tenants for who is signed in. */
export const platformRoutes = (add: (app: Routes<SignedInEnv>) => void): OpenAPIHono<SignedInEnv> => routes(add);

/** Routes of a tenant: `c.var.ctx` is its context for who is signed in. */
export const tenantRoutes = (add: (app: Routes<TenantEnv>) => void): OpenAPIHono<TenantEnv> => routes(add);
