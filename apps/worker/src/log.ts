import { withoutValues } from '@saubac/db/tenancy';
import { pino, type Logger } from 'pino';

export type { Logger };

/** What a fault is told as in a log: its kind and code, never its message, which may quote somebody's data. */
export const codeOf = (fault: unknown): string => {
  const { code, name } = (withoutValues(fault) ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' && code !== '' ? code : typeof name === 'string' ? name : 'unknown';
};

/** A structured log, one JSON line an event, on the error output. Only ids, kinds, counts and codes go in; what slips in all the same is struck out. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: { process: 'worker' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['to', '*.to', 'password', '*.password', 'token', '*.token', 'idNumber', '*.idNumber', 'data', '*.data'], censor: '…' },
  }, pino.destination(2));

/** Tells the log of a fault that stopped nothing. */
export const tellFault = (log: Logger, what: string) => (fault: unknown): void => log.warn({ code: codeOf(fault) }, what);
