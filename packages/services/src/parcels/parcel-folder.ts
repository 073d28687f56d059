import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** Where the parts of a parcel lie in its folder. */
export const parcelPlaces = {
  manifest: 'manifest.json',
  /** The digest of the manifest, which holds those of all other files. Written last. */
  seal: 'manifest.sha256',
  table: (name: string): string => join('tables', `${name}.copy.gz`),
  file: (id: string): string => join('files', id),
};

/** Counts and digests the bytes that pass. */
export const byteMeter = (): { meter: Transform; measured: () => { size: number; sha256: string } } => {
  const hash = createHash('sha256');
  let size = 0;
  const meter = new Transform({
    transform: (chunk: Uint8Array, _, done) => {
      size += chunk.byteLength;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { meter, measured: () => ({ size, sha256: hash.copy().digest('hex') }) };
};

/** A folder that a parcel is being written into; nobody takes it for one until it is sealed and has its name. */
export type ParcelDraft = {
  path: (part: string) => string;
  /** Writes a part, for the owner alone; answers with its size in bytes and its digest. */
  write: (part: string, content: Readable, ...through: Transform[]) => Promise<{ size: number; sha256: string }>;
  remove: (part: string) => Promise<void>;
  /** Seals the manifest and gives the folder its name. */
  finish: (manifest: string) => Promise<void>;
  discard: () => void;
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Takes away what an export to the same place left that was killed. */
const removeAbandoned = (out: string): void => {
  const mark = `.${basename(out)}.part-`;
  for (const name of readdirSync(dirname(out)).filter((it) => it.startsWith(mark))) {
    const pid = Number(name.slice(mark.length));
    if (!Number.isInteger(pid) || !isRunning(pid)) rmSync(join(dirname(out), name), { recursive: true, force: true });
  }
};

const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
};

/**
 * Begins a parcel beside its place, under a hidden name that ends in the number of this process. It is gone when it is discarded and when
 * the process ends; what a killed process left goes when the next one begins.
 */
export const draftParcel = async (place: string): Promise<ParcelDraft> => {
  const out = resolve(place);
  await mkdir(dirname(out), { recursive: true });
  removeAbandoned(out);
  const folder = join(dirname(out), `.${basename(out)}.part-${process.pid}`);
  const discard = (): void => {
    process.off('exit', discard);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', discard);
  const path = (part: string): string => join(folder, part);
  try {
    for (const part of ['', 'tables', 'files']) await mkdir(path(part), { mode: 0o700 });
  } catch (error) {
    discard();
    throw error;
  }
  return {
    path,
    discard,
    write: async (part, content, ...through) => {
      const { meter, measured } = byteMeter();
      await pipeline([content, ...through, meter, createWriteStream(path(part), { mode: 0o600, flags: 'wx', flush: true })]);
      return measured();
    },
    remove: (part) => rm(path(part), { force: true }),
    finish: async (manifest) => {
      await writeFile(path(parcelPlaces.manifest), manifest, { mode: 0o600, flush: true });
      await writeFile(path(parcelPlaces.seal), `${createHash('sha256').update(manifest).digest('hex')}  ${parcelPlaces.manifest}\n`, { mode: 0o600, flush: true });
      for (const part of ['tables', 'files', '']) await syncFile(path(part));
      await rename(folder, out);
      process.off('exit', discard);
    },
  };
};

/** Whether anything stands at a path already. */
export const isTaken = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/** The text of a parcel's manifest and the digest that seals it; undefined where there is none. */
export const readSealed = async (folder: string): Promise<{ text: string; sha256: string; seal: string } | undefined> => {
  try {
    const text = await readFile(join(folder, parcelPlaces.manifest), 'utf8');
    const seal = await readFile(join(folder, parcelPlaces.seal), 'utf8');
    return { text, sha256: createHash('sha256').update(text).digest('hex'), seal: seal.trim().split(/\s/)[0] ?? '' };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EISDIR'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
};

/** The rows of a table, unpacked. Faults of the file reach whoever reads. */
export const rowsIn = (folder: string, table: string): Readable => {
  const packed = createReadStream(join(folder, parcelPlaces.table(table)), { highWaterMark: 256 * 1024 });
  const rows = createGunzip({ chunkSize: 256 * 1024 });
  packed.on('error', (error) => rows.destroy(error));
  rows.on('close', () => packed.destroy());
  return packed.pipe(rows);
};
