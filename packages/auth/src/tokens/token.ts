import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link or a cookie: 256 bits, 43 characters that need no escaping. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Whether a text has the form of `newToken`; what has not is not worth a query. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

/**
 * What is stored in the place of a secret: sha256 as hex. Enough for secrets that are too long to be guessed; a password is hashed by
 * argon2. Several parts are joined so that no two lists of parts give the same digest.
 */
export const digestOf = (...parts: readonly string[]): string => createHash('sha256').update(parts.length === 1 ? (parts[0] ?? '') : JSON.stringify(parts)).digest('hex');
