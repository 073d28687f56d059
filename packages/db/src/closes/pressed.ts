import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type SQL, sql } from 'drizzle-orm';

/** Bytes as they are kept: pressed, since sets of people are mostly long runs of the same. */
export const pressed = (bytes: Uint8Array): SQL => sql`decode(${deflateRawSync(bytes).toString('base64')}, 'base64')`;

/** Bytes as they were before they were pressed. */
export const unpressed = (kept: unknown): Uint8Array => new Uint8Array(inflateRawSync(kept as Uint8Array));
