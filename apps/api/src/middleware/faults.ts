import { withoutValues } from '@saubac/db/tenancy';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { refuse } from '../answers/index.ts';
import type { Env } from '../env.ts';

const codeOf = (error: unknown): string => {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause === undefined ? '' : codeOf(cause);
};

/** 57014: the server ended the statement at its timeout, or the caller left. */
export const tookTooLong = (error: unknown): boolean => codeOf(error) === '57014';

/** The database can't be reached, or has no room: nobody's fault who asked it. */
export const isOutage = (error: unknown): boolean => ['pools-busy', '53300', 'CONNECT_TIMEOUT', 'ECONNREFUSED'].includes(codeOf(error));

/**
 * The one place where faults end. A caller is told that there was one and under which id it is recorded; the log is told all but the
 * values of queries, which may name people.
 */
export const answerFault: ErrorHandler<Env> = (error, c) => {
  if (error instanceof HTTPException && error.status === 400) return refuse(c, { kind: 'malformed-json' });
  if (error instanceof HTTPException && error.status === 413) return refuse(c, { kind: 'body-too-large', most: 0 });
  if (error instanceof HTTPException && error.status === 415) return refuse(c, { kind: 'media-type-not-taken' });
  if (tookTooLong(error)) return refuse(c, { kind: 'took-too-long' });
  const fault = withoutValues(error);
  c.get('log').error({ err: fault instanceof Error ? fault : new Error(String(fault)) }, 'fault');
  return refuse(c, { kind: isOutage(error) ? 'too-busy' : 'fault' });
};
