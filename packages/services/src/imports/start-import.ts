import { queue } from '@saubac/db/outbox';
import { importById, insertImport } from '@saubac/db/transfers';
import { unitOn } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import type { ImportMode } from '@saubac/domain/people';
import { fail, type IsoDate, ok, type Result, throughout } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { type FileStore, takeIn, type Upload, type UploadFailure } from '../files/index.ts';
import { type ImportProblem, type ImportSummary, type ImportView, viewOf } from './import-view.ts';

export type NewImport = {
  upload: Upload;
  /** First day of what the file changes, unless a row states a later one. */
  effectiveDate: IsoDate;
  mode?: ImportMode | undefined;
  /** Stable code of a unit for whose subtree the file is complete. */
  completeFor?: string | undefined;
  /** Whether the good rows may be written although others are refused. */
  skipRefused?: boolean | undefined;
};

export type StartImportFailure = Forbidden | UploadFailure | { kind: 'unknown-unit'; unit: string; on: IsoDate };

/** Takes in a roster (xlsx or csv by content, up to 50 MB) and has it checked by the worker. Nothing of it is written before somebody agrees to what the check found. */
export const startImport = async (ctx: Ctx, store: FileStore, input: NewImport): Promise<Result<ImportView, StartImportFailure>> => {
  const scope = permit(ctx, 'roster.import');
  if (!scope.ok) return scope;
  const { effectiveDate, mode = 'from-effective-date', completeFor = null, skipRefused = false } = input;
  if (completeFor !== null && !(await unitOn(ctx.db, scope.value, completeFor, effectiveDate))) return fail({ kind: 'unknown-unit', unit: completeFor, on: effectiveDate });
  return takeIn(ctx, store, input.upload, { purpose: 'roster-import' }, (file, addRow) =>
    ctx.write(async (tx, record) => {
      await addRow(tx);
      const order = { file: file.id, effectiveDate, mode, completeFor, skipRefused, scope: throughout(scope.value, [effectiveDate, ctx.today]), requestedBy: ctx.actor.id, requestedLabel: ctx.actor.label };
      const id = await insertImport(tx, order, ctx.now().toISOString());
      await queue(tx, { kind: 'import.check', payload: { import: id } });
      await record({ act: 'import.uploaded', subject: { kind: 'import', id }, after: { file: file.originalName, sha256: file.sha256, size: file.size, effectiveDate, mode, completeFor, skipRefused } });
      const kept = await importById<ImportSummary, ImportProblem>(tx, scope.value, id, ctx.today);
      return ok(viewOf(kept!));
    }),
  );
};
