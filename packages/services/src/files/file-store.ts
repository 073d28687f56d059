import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '@saubac/domain/values';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** A file in work: on this machine's disk, for its owner alone, in no tenant yet. `discard` it unless it was kept. */
export type Draft = { path: string; discard: () => Promise<void> };

/** A file in work that is whole: its size in bytes and its digest in hex. */
export type WholeDraft = Draft & { size: number; sha256: string };

/** An object that is stored. */
export type StoredObject = { id: string; modifiedAt: Date };

/**
 * Where the objects of files are kept: each under its tenant's id and its own. Nothing of it is public; the name and type that people know
 * stand in the tenant's `files`.
 */
export type FileStore = {
  /** A place to write a file in; its name ends as it is asked. */
  draft: (ending?: string) => Promise<Draft>;
  /** Writes what comes, up to so many bytes and never more of it than that. */
  take: (content: AsyncIterable<Uint8Array>, most: number) => Promise<Result<WholeDraft, { kind: 'upload-too-large'; limit: number }>>;
  /** Measures a file in work that somebody else wrote. */
  measure: (draft: Draft) => Promise<WholeDraft>;
  /** Moves a file in work to its place. Its row is written afterwards: an object without a row is swept, a row without an object would be a loss. */
  keep: (draft: Draft, tenant: string, id: string) => Promise<void>;
  /** The content of an object. Throws if it is not there. */
  read: (tenant: string, id: string) => Promise<Readable>;
  /** The object as a file on this machine, for readers that need one. */
  local: (tenant: string, id: string) => Promise<Draft>;
  remove: (tenant: string, id: string) => Promise<void>;
  objects: (tenant: string) => AsyncGenerator<StoredObject>;
  /** Removes files in work that were begun before a moment: whoever wrote them is gone. */
  sweepDrafts: (before: Date) => Promise<number>;
};

class TooLarge extends Error {}

const measured = (most: number) => {
  const hash = createHash('sha256');
  const result = { size: 0, sha256: '' };
  const meter = new Transform({
    transform: (chunk: Uint8Array, _, done) => {
      result.size += chunk.byteLength;
      if (result.size > most) return done(new TooLarge());
      hash.update(chunk);
      done(null, chunk);
    },
    flush: (done) => {
      result.sha256 = hash.digest('hex');
      done();
    },
  });
  return { meter, result };
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const keyOf = (tenant: string, id: string): string => {
  if (!uuid.test(tenant) || !uuid.test(id)) throw new Error('The key of an object is made of two ids.');
  return `${tenant}/${id}`;
};

// The library copies with the rights that a new file has, and without waiting for the disk.
const closedAndSynced = async (path: string): Promise<void> => {
  const file = await open(path, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
};

const sweptBefore = async (folder: string, before: Date): Promise<number> => {
  const names = await readdir(folder).catch(() => []);
  let swept = 0;
  for (const path of names.map((it) => join(folder, it))) {
    const found = await stat(path).catch(() => undefined);
    if (!found || found.mtime >= before) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
};

/** Opens the store that keeps objects in a folder of this machine; nobody but its owner may look into it. */
export const openFileStore = async (folder: string): Promise<FileStore> => {
  const inWork = join(folder, '.in-work');
  await mkdir(inWork, { recursive: true, mode: 0o700 });
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  const draft = (ending = ''): Promise<Draft> => {
    const path = join(inWork, `${randomUUID()}${ending}`);
    return Promise.resolve({ path, discard: () => rm(path, { force: true }) });
  };
  const through = async (source: Readable, to: string | null, most: number): Promise<{ size: number; sha256: string }> => {
    const { meter, result } = measured(most);
    // On the disk, not on its way there, before any row tells of it.
    if (to === null) await pipeline(source, meter.resume());
    else await pipeline(source, meter, createWriteStream(to, { mode: 0o600, flags: 'wx', flush: true }));
    return result;
  };
  return {
    draft,
    take: async (content, most) => {
      const taken = await draft();
      try {
        return ok({ ...taken, ...(await through(Readable.from(content), taken.path, most)) });
      } catch (error) {
        await taken.discard();
        if (error instanceof TooLarge) return fail({ kind: 'upload-too-large', limit: most });
        throw error;
      }
    },
    measure: async (written) => ({ ...written, ...(await through(createReadStream(written.path), null, Infinity)) }),
    keep: async (written, tenant, id) => {
      await disk.moveFromFs(written.path, keyOf(tenant, id));
      await closedAndSynced(join(folder, keyOf(tenant, id)));
    },
    read: async (tenant, id) => {
      // The stream itself would tell of a missing object only when nobody listens any more.
      await disk.getMetaData(keyOf(tenant, id));
      return disk.getStream(keyOf(tenant, id));
    },
    local: (tenant, id) => Promise.resolve({ path: join(folder, keyOf(tenant, id)), discard: () => Promise.resolve() }),
    remove: async (tenant, id) => disk.delete(keyOf(tenant, id)),
    objects: async function* objects(tenant) {
      if (!uuid.test(tenant)) throw new Error('A tenant is named by its id.');
      const ids = await readdir(join(folder, tenant)).catch(() => []);
      for (const id of ids.filter((it) => uuid.test(it))) {
        const found = await disk.getMetaData(keyOf(tenant, id)).catch(() => undefined);
        if (found) yield { id, modifiedAt: found.lastModified };
      }
    },
    sweepDrafts: (before) => sweptBefore(inWork, before),
  };
};
