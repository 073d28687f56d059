import { withoutValues } from '@saubac/db/tenancy';
import { pino, type Logger } from 'pino';

export type { Logger };

/** What a fault is told as in a log: its kind and code, never its message, which may quote somebody's data. */
export const codeOf = (fault: unknown): string => {
  const { code, name } = (withoutValues(fault) ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' && code !== '' ? code : typeof name === 'string' ? name : 'unknown';
};

/** A structured log, one JSON line an event. Only what is named here by us goes in: ids, kinds, counts, codes. */
export const createLog = (level = 'info'): Logger =>
  pino({
    level,
    base: { process: 'worker' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['to', '*.to', 'password', '*.password', 'token', '*.token', 'idNumber', '*.idNumber', 'data', '*.data'], censor: '…' },
  });
