import { createHash } from 'node:crypto';

/**
 * The ETag of a version of something. An answer that also holds what changes without a new version (the day, other rows) is given too:
 * `If-None-Match` then compares all of it, and `If-Match` still only the version.
 */
export const etagOf = (version: number, answer?: unknown): string =>
  answer === undefined ? `"${version}"` : `"${version}.${createHash('sha1').update(JSON.stringify(answer)).digest('base64url')}"`;

/** The version that a change is based on, from `If-Match` in the form the contract asks for. */
export const versionOf = (ifMatch: string): number => Number(/\d+/.exec(ifMatch)?.[0]);
