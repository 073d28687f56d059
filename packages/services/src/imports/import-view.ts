import { createHash } from 'node:crypto';
import type { StoredImport } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import type { ImportMode } from '@saubac/domain/people';
import type { ImportState } from '@saubac/domain/transfers';
import type { IsoDate, UserId } from '@saubac/domain/values';

import type { ImportFailure, ImportPreview } from '../roster/index.ts';

/** What a check found, without the lists that are read page by page; `listed` says how long those are. */
export type ImportSummary = Omit<ImportPreview, 'batch' | 'changes' | 'refusals' | 'mends'> & { listed: { changes: number; refusals: number; mends: number } };

type WithoutPreview<F> = F extends { kind: infer Kind; preview: unknown } ? { kind: Kind } : F;

/** Why an import was refused, came back to be looked at again (`not-as-agreed`), or failed. */
export type ImportProblem = Exclude<WithoutPreview<ImportFailure>, { kind: 'needs-layout' }> | Forbidden | { kind: 'import-failed' } | { kind: 'import-expired' };

export type KeptImport = StoredImport<ImportSummary, ImportProblem>;

/** An import as its importer sees it. */
export type ImportView = {
  id: string;
  state: ImportState;
  fileName: string;
  effectiveDate: IsoDate;
  mode: ImportMode;
  completeFor: string | null;
  skipRefused: boolean;
  /** Rows read so far, and how many there are once that is known. */
  progress: { rows: number; of: number | null };
  preview: ImportSummary | null;
  failure: ImportProblem | null;
  requestedBy: { id: UserId | null; name: string };
  version: number;
  createdAt: string;
  endedAt: string | null;
};

// Imports that were checked before mends were told have none.
const withMends = (it: ImportSummary): ImportSummary => ({ ...it, encoding: it.encoding ?? 'unicode', mended: it.mended ?? {}, listed: { ...it.listed, mends: it.listed.mends ?? 0 } });

/** What of a kept import is shown. */
export const viewOf = (it: KeptImport): ImportView => ({
  id: it.id, state: it.state, fileName: it.fileName, effectiveDate: it.effectiveDate, mode: it.mode, completeFor: it.completeFor, skipRefused: it.skipRefused,
  progress: { rows: it.rows, of: it.of }, preview: it.preview && withMends(it.preview), failure: it.failure, requestedBy: { id: it.requestedBy, name: it.requestedLabel },
  version: it.version, createdAt: it.createdAt, endedAt: it.endedAt,
});

/** The summary of a preview. */
export const summaryOf = ({ batch: _, changes, refusals, mends, ...rest }: ImportPreview): ImportSummary => ({ ...rest, listed: { changes: changes.length, refusals: refusals.length, mends: mends.length } });

/** The same for two previews that say the same, whatever batch they were made in. */
export const digestOf = ({ batch: _, ...preview }: ImportPreview): string => createHash('sha256').update(JSON.stringify(preview)).digest('hex');
