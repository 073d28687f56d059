import type { IsoDate, Result } from '@saubac/domain/values';

/** What somebody sends, or a part of a plugin wrote: its bytes, and the name that it has with him. */
export type PluginUpload = { content: AsyncIterable<Uint8Array> | Uint8Array; name: string };

/** A file that was taken in and checked: its type by what it holds, whatever it is called; `size` in bytes, `sha256` in hex. It is nobody's until `tools.keepFile` was committed. */
export type TakenFile = { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly sha256: string };

/** A file that the plugin keeps, with who added it and on which day in Vietnam. */
export type KeptFile = TakenFile & { readonly addedBy: string; readonly addedOn: IsoDate };

/** A kept file with its content. */
export type OpenedFile = KeptFile & { readonly content: ReadableStream<Uint8Array> };

/** Why a file is not taken in; said in the core's words. */
export type FileRefused =
  | { kind: 'upload-too-large'; limit: number }
  | { kind: 'upload-empty' }
  | { kind: 'file-type-not-taken'; found: string | null; taken: readonly string[] }
  | { kind: 'too-many-requests'; seconds: number };

/**
 * The plugin's own files in a tenant: pdf, pictures, docx and xlsx up to 10 MB. What a file belongs to stands in a table of the plugin, by its id. Files of
 * other plugins and of the core are not there.
 *
 * @example
 * const taken = await ctx.files.take(upload);
 * if (!taken.ok) return refuse(c, taken.failure);
 * await ctx.write(async (tx, record, tools) => {
 *   await tools.keepFile(taken.value);
 *   await tx.insert(papers).values({ dutyId, fileId: taken.value.id });
 *   await record({ act: 'paper.added', subject: { kind: 'duty', id: dutyId }, after: taken.value });
 * });
 */
export type PluginFiles = {
  /** Takes in a file and checks it. Until it is kept nothing counts it; one that never is goes by itself. */
  take: (upload: PluginUpload) => Promise<Result<TakenFile, FileRefused>>;
  /** Those of some ids that the plugin keeps. */
  find: (ids: readonly string[]) => Promise<ReadonlyMap<string, KeptFile>>;
  /** A file that the plugin keeps with its content; undefined if it keeps none of this id. */
  open: (id: string) => Promise<OpenedFile | undefined>;
};
