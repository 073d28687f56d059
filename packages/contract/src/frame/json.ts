import type { z } from '@hono/zod-openapi';
import { problemSchema } from '../problems/problem.ts';
import { alwaysRefused } from './always-refused.ts';

/** A body or an answer in JSON. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({ content: { 'application/json': { schema } }, description });

/** A required body in JSON. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema, description: string) => ({ body: { ...json(schema, description), required: true as const } });

const refusal = (description: string) => ({ content: { 'application/problem+json': { schema: problemSchema } }, description });

const refusals = {
  400: refusal('The request is not in the form that is asked for; `errors` names the fields.'),
  401: refusal('Nobody is signed in, or the session has ended.'),
  403: refusal('The caller may not do this.'),
  404: refusal('There is no such thing, or the caller may not see it.'),
  409: refusal('It was changed meanwhile, or its state does not allow this; `yours` and `current` show both versions.'),
  410: refusal('It was there and is gone.'),
  413: refusal('The body is too large.'),
  415: refusal('The body is of a type that is not taken.'),
  422: refusal('The request is in form, and refused by a rule; `errors` names fields or rows.'),
  428: refusal('The version that is to be changed must be named in If-Match.'),
  429: refusal('Too many requests; `Retry-After` says how long to wait.'),
  500: refusal('A fault of the server; it has been recorded under `requestId`.'),
  503: refusal('The server is too busy or the work took too long; try again later.'),
} as const;

type Refusable = keyof typeof refusals;

type Always = (typeof alwaysRefused)[number];

/** The refusals of a route: those of every route, and those named. */
export function refused(): Pick<typeof refusals, Always>;
export function refused<Status extends Refusable>(...statuses: readonly Status[]): Pick<typeof refusals, Status | Always>;
export function refused(...statuses: readonly Refusable[]): Partial<typeof refusals> {
  return Object.fromEntries([...alwaysRefused, ...statuses].map((it) => [it, refusals[it]]));
}
