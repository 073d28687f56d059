import { uuidV7 } from '@saubac/db/audit';
import { insertFile, type StoredFile } from '@saubac/db/transfers';
import { plainFileName, uploadRules } from '@saubac/domain/transfers';
import { type CertificateId, fail, ok, type Result } from '@saubac/domain/values';
import type { TenantTx } from '@saubac/db/tenancy';
import type { Ctx } from '../context/index.ts';
import type { FileStore, WholeDraft } from './file-store.ts';
import { mediaTypeOf, type TypeNotTaken } from './media-type.ts';

/** What somebody sends: its bytes as they come, and the name that it has with him. */
export type Upload = { content: AsyncIterable<Uint8Array>; name: string };

export type UploadFailure = { kind: 'upload-too-large'; limit: number } | { kind: 'upload-empty' } | TypeNotTaken;

/** What an uploaded file is for. */
export type UploadUse = { purpose: 'roster-import' } | { purpose: 'certificate-evidence'; certificate: CertificateId } | { purpose: 'duty-proof'; duty: string } | { purpose: 'plugin-file'; plugin: string };

const checked = async (store: FileStore, { content }: Upload, purpose: UploadUse['purpose']): Promise<Result<WholeDraft & { mediaType: string }, UploadFailure>> => {
  const rule = uploadRules[purpose];
  const taken = await store.take(content, rule.bytes);
  if (!taken.ok) return taken;
  const mediaType = taken.value.size === 0 ? fail({ kind: 'upload-empty' as const }) : await mediaTypeOf(taken.value.path, rule);
  if (mediaType.ok) return ok({ ...taken.value, mediaType: mediaType.value });
  await taken.value.discard();
  return mediaType;
};

/**
 * Takes in a file: written to disk as it comes, refused if it is too large or holds something else than is taken, put in its place, and
 * then told to `use`, which adds the row that refers to it in the transaction of `addRow`. Killed in between it leaves an object that
 * the sweep removes.
 */
export const takeIn = async <T, F>(
  ctx: Ctx,
  store: FileStore,
  upload: Upload,
  use: UploadUse,
  then: (file: StoredFile, addRow: (tx: TenantTx) => Promise<void>) => Promise<Result<T, F>>,
): Promise<Result<T, F | UploadFailure>> => {
  const draft = await checked(store, upload, use.purpose);
  if (!draft.ok) return draft;
  const { size, sha256, mediaType } = draft.value;
  const file: StoredFile = {
    id: uuidV7(), purpose: use.purpose, certificate: use.purpose === 'certificate-evidence' ? use.certificate : null, duty: use.purpose === 'duty-proof' ? use.duty : null,
    plugin: use.purpose === 'plugin-file' ? use.plugin : null, ownerLabel: use.purpose === 'plugin-file' ? ctx.actor.label : null,
    sha256, mediaType, size, originalName: plainFileName(upload.name), owner: ctx.actor.id, createdAt: ctx.now().toISOString(),
  };
  await store.keep(draft.value, ctx.tenant.id, file.id);
  return then(file, (tx) => insertFile(tx, file));
};
