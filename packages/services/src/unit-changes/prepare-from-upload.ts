import type { Forbidden } from '@saubac/domain/access';
import { fail, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import type { FileStore, Upload } from '../files/index.ts';
import type { FileRefusal } from '../roster/index.ts';
import { type FileFailure, type FileInput, prepareFromFile } from './prepare-from-file.ts';
import type { UnitChangeView } from './view.ts';

const most = 50_000_000;

export type UploadedFailure = Exclude<FileFailure, FileRefusal> | Forbidden | { kind: 'upload-too-large'; limit: number } | { kind: 'unit-change-file-refused'; refusal: FileRefusal };

const ownKinds: ReadonlySet<string> = new Set<Exclude<FileFailure, FileRefusal>['kind']>(['forbidden', 'unit-change-rows-refused', 'unit-change-untitled']);

const isOwn = (failure: FileFailure): failure is Exclude<FileFailure, FileRefusal> => ownKinds.has(failure.kind);

/** As `prepareFromFile`, of a file that comes over the network. It is read and goes: what it says is kept with the change. */
export const prepareFromUpload = async (ctx: Ctx, store: FileStore, upload: Upload, said: Omit<FileInput, 'path'>): Promise<Result<UnitChangeView, UploadedFailure>> => {
  const scope = permitWhole(ctx, 'unit.change');
  if (!scope.ok) return scope;
  const taken = await store.take(upload.content, most);
  if (!taken.ok) return taken;
  try {
    const prepared = await prepareFromFile(ctx, { ...said, path: taken.value.path });
    if (prepared.ok) return prepared;
    return isOwn(prepared.failure) ? fail(prepared.failure) : fail({ kind: 'unit-change-file-refused', refusal: prepared.failure });
  } finally {
    await taken.value.discard();
  }
};
