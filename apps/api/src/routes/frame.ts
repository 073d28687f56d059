import { OpenAPIHono } from '@hono/zod-openapi';
import { faultsOf, refuse } from '../answers/index.ts';
import type { Env, SignedInEnv, TenantEnv } from '../env.ts';

/** Routes outside tenants, open to everybody. A request that is not in the form of its route is refused field by field. */
export const openRoutes = () =>
  new OpenAPIHono<Env>({ defaultHook: (result, c) => (result.success ? undefined : refuse(c, { kind: 'invalid-request' }, faultsOf(result.target, result.error.issues))) });

/** Routes outside tenants for who is signed in. */
export const platformRoutes = () =>
  new OpenAPIHono<SignedInEnv>({ defaultHook: (result, c) => (result.success ? undefined : refuse(c, { kind: 'invalid-request' }, faultsOf(result.target, result.error.issues))) });

/** Routes of a tenant: `c.var.ctx` is its context for who is signed in. */
export const tenantRoutes = () =>
  new OpenAPIHono<TenantEnv>({ defaultHook: (result, c) => (result.success ? undefined : refuse(c, { kind: 'invalid-request' }, faultsOf(result.target, result.error.issues))) });
