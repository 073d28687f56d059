import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { lineMeter } from '@saubac/db/parcels';
import { type ManifestFailure, type ParcelManifest, type ParcelTable, parseManifest } from '@saubac/domain/parcels';
import { fail, ok, type Result } from '@saubac/domain/values';

import { byteMeter, parcelPlaces, readSealed } from './parcel-folder.ts';

/** What is wrong with a part of a parcel. */
export type PartDamage = { part: string; damage: 'missing' | 'size' | 'checksum' | 'rows' };

export type ParcelFailure =
  /** No parcel lies there, or its export was broken off. */
  | { kind: 'no-parcel'; path: string }
  | { kind: 'parcel-manifest-damaged'; path: string }
  | ManifestFailure
  | { kind: 'parcel-damaged'; count: number; damages: PartDamage[] };

/** A parcel whose manifest is whole: where it lies, what it holds, and the digest that stands for all of it. */
export type OpenedParcel = { folder: string; manifest: ParcelManifest; sha256: string };

/** Reads the manifest of a parcel. */
export const openParcel = async (folder: string): Promise<Result<OpenedParcel, Exclude<ParcelFailure, { kind: 'parcel-damaged' }>>> => {
  const sealed = await readSealed(folder);
  if (!sealed) return fail({ kind: 'no-parcel', path: folder });
  if (sealed.sha256 !== sealed.seal) return fail({ kind: 'parcel-manifest-damaged', path: folder });
  let json: unknown;
  try {
    json = JSON.parse(sealed.text);
  } catch {
    return fail({ kind: 'parcel-manifest-damaged', path: folder });
  }
  const manifest = parseManifest(json);
  return manifest.ok ? ok({ folder, manifest: manifest.value, sha256: sealed.sha256 }) : manifest;
};

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

type Expected = { size: number; sha256: string };

const bytesDamage = (part: string, expected: Expected, found: Expected): PartDamage[] => {
  if (found.size !== expected.size) return [{ part, damage: 'size' }];
  return found.sha256 === expected.sha256 ? [] : [{ part, damage: 'checksum' }];
};

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const tableDamage = async (folder: string, table: ParcelTable): Promise<PartDamage[]> => {
  const part = parcelPlaces.table(table.name);
  const bytes = byteMeter();
  const lines = lineMeter();
  try {
    await pipeline(createReadStream(join(folder, part)), bytes.meter, createGunzip(), lines.meter, nowhere());
  } catch (error) {
    return [{ part, damage: isMissing(error) ? 'missing' : 'checksum' }];
  }
  const damage = bytesDamage(part, table, bytes.measured());
  if (damage.length > 0) return damage;
  return lines.digest.rows() === table.rows && lines.digest.content() === table.content ? [] : [{ part, damage: 'rows' }];
};

const fileDamage = async (folder: string, file: ParcelManifest['files'][number]): Promise<PartDamage[]> => {
  const part = parcelPlaces.file(file.id);
  const bytes = byteMeter();
  try {
    await pipeline(createReadStream(join(folder, part)), bytes.meter, nowhere());
  } catch (error) {
    if (isMissing(error)) return [{ part, damage: 'missing' }];
    throw error;
  }
  return bytesDamage(part, file, bytes.measured());
};

/** Who watches: a line for each part that is done, and a way to break off. */
export type ParcelWatch = { onPart?: ((part: { done: number; of: number }) => void) | undefined; signal?: AbortSignal | undefined };

/** Verifies a parcel without a server: its manifest, the digest of every file, and the number and content of the rows of every table. */
export const checkParcel = async (folder: string, { onPart, signal }: ParcelWatch = {}): Promise<Result<OpenedParcel, ParcelFailure>> => {
  const opened = await openParcel(folder);
  if (!opened.ok) return opened;
  const { tables, files } = opened.value.manifest;
  const damages: PartDamage[] = [];
  let done = 0;
  const checks = [...tables.map((it) => () => tableDamage(folder, it)), ...files.map((it) => () => fileDamage(folder, it))];
  for (const check of checks) {
    signal?.throwIfAborted();
    damages.push(...(await check()));
    onPart?.({ done: (done += 1), of: checks.length });
  }
  return damages.length === 0 ? opened : fail({ kind: 'parcel-damaged', count: damages.length, damages });
};
