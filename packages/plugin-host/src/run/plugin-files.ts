import { filesOfPlugin, insertFile, markDeleted, type StoredFile } from '@saubac/db/transfers';
import type { TenantSql, TenantTx } from '@saubac/db/tenancy';
import { ok, type Result } from '@saubac/domain/values';
import type { FileRefused, KeptFile, PluginFiles, TakenFile, WriteTools } from '@saubac/plugin-api';
import { type Ctx, dayInVietnam } from '@saubac/services/context';
import { type FileStore, takeIn } from '@saubac/services/files';
import { Readable } from 'node:stream';

/** How files come in and out where a part of a plugin runs. */
export type FilesAt = {
  store: FileStore;
  /** Counts an upload of the caller before it is taken in; a refusal ends it. */
  admit?: (() => Promise<Result<null, { kind: 'too-many-requests'; seconds: number }>>) | undefined;
  /** Does something whose time is not the plugin's: how long a file is on its way depends on the line of its sender. */
  aside?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined;
};

/** What a context gives a plugin to keep files with. */
type FileParts = { files: PluginFiles; toolsOf: (tx: TenantTx) => Pick<WriteTools, 'keepFile' | 'removeFile'> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const taken = ({ id, originalName, mediaType, size, sha256 }: StoredFile): TakenFile => ({ id, name: originalName, mediaType, size, sha256 });
const kept = (file: StoredFile): KeptFile => ({ ...taken(file), addedBy: file.ownerLabel ?? '', addedOn: dayInVietnam(new Date(file.createdAt)) });

async function* piece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** The files of one plugin in one tenant: whatever it did not keep itself is not there for it. */
export const pluginFilesOf = (ctx: Ctx, plugin: string, at: FilesAt | undefined): FileParts => {
  // Only what was taken in here can be kept: an id that was made up, or heard of, names the object of somebody else.
  const mine = new WeakMap<TakenFile, StoredFile>();
  const place = (): FilesAt => {
    if (!at) throw new Error('Files are not within reach here');
    return at;
  };
  const ofIds = async (db: TenantSql, ids: readonly string[]): Promise<StoredFile[]> => {
    const known = ids.filter((it) => uuid.test(it));
    return known.length === 0 ? [] : filesOfPlugin(db, plugin, known);
  };
  const take: PluginFiles['take'] = async ({ content, name }) => {
    const { store, admit, aside = (work) => work() } = place();
    const admitted = (await admit?.()) ?? ok(null);
    if (!admitted.ok) return admitted;
    const upload = { content: content instanceof Uint8Array ? piece(content) : content, name };
    const stored = await aside(() => takeIn<StoredFile, FileRefused>(ctx, store, upload, { purpose: 'plugin-file', plugin }, (file) => Promise.resolve(ok(file))));
    if (!stored.ok) return stored;
    const shown = taken(stored.value);
    mine.set(shown, stored.value);
    return ok(shown);
  };
  return {
    files: {
      take,
      find: async (ids) => new Map((await ofIds(ctx.db, ids)).map((it) => [it.id, kept(it)])),
      open: async (id) => {
        const [file] = await ofIds(ctx.db, [id]);
        if (!file) return undefined;
        const content = await place().store.read(ctx.tenant.id, file.id);
        return { ...kept(file), content: Readable.toWeb(content) as unknown as ReadableStream<Uint8Array> };
      },
    },
    toolsOf: (tx) => ({
      keepFile: async (file) => {
        const row = mine.get(file);
        if (!row) throw new Error(`${plugin} keeps a file that it did not take in here`);
        await insertFile(tx, row);
      },
      removeFile: async (id) => {
        const [file] = await ofIds(tx, [id]);
        if (file) await markDeleted(tx, [file.id], ctx.now().toISOString());
        return file !== undefined;
      },
    }),
  };
};
