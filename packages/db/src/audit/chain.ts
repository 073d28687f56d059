import { createHash } from 'node:crypto';

/**
 * JSON with its keys in order, so that a value read back from the database gives the same text as when it was written. Half of a surrogate
 * pair, which the database has no place for, becomes the replacement character, as on the way into a text column.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => (inner === undefined ? [] : [[key.toWellFormed(), inner]]));
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)
    .join(',')}}`;
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What an entry says about a write without showing data of people: this stays when its payload is erased. */
export type EntryMetadata = {
  id: string;
  position: number;
  /** Moment in UTC with milliseconds, `2026-03-01T08:00:00.000Z`. */
  at: string;
  actorId: string | null;
  actorLabel: string;
  act: string;
  subjectKind: string;
  subjectId: string | null;
  why: string | null;
};

/** What a write changed. `details` is the digest of the rows of a bulk write; null if there are none. */
export type EntryPayload = { before: unknown; after: unknown; details: string | null };

/** Digest of a payload. The salt keeps an erased payload from being guessed back from its digest. */
export const payloadDigest = (salt: string, payload: EntryPayload): string => sha256(`${salt}\n${canonicalJson(payload)}`);

/** Digest of an entry: of the one before it, of what it says, and of its payload. */
export const entryDigest = (previous: string, metadata: EntryMetadata, payload: string): string => sha256(`${previous}\n${canonicalJson(metadata)}\n${payload}`);

/**
 * The canonical text of an entry without its position: what stands before it and what after. The position is known only to the statement
 * that takes the head of the chain, which puts the three together.
 */
export const textAroundPosition = ({ act, actorId, actorLabel, at, id, subjectId, subjectKind, why }: Omit<EntryMetadata, 'position'>): [before: string, after: string] => [
  `${canonicalJson({ act, actorId, actorLabel, at, id }).slice(0, -1)},"position":`,
  `,${canonicalJson({ subjectId, subjectKind, why }).slice(1)}`,
];

/** The canonical text of a payload up to the digest of its details, which the database computes: that, or `null`, and `}` complete it. */
export const textBeforeDetails = ({ before, after }: Omit<EntryPayload, 'details'>): string => `${canonicalJson({ after, before }).slice(0, -1)},"details":`;
