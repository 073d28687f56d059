import type { LayoutMisfit, LayoutProposal, SourceSheet } from '@saubac/domain/layouts';

import type { FileEncoding } from './decode-csv.ts';
import type { ReadAccount, UsedLayout } from './foreign-file.ts';
import type { SheetKey } from './sheet-order.ts';

/** Why a whole file is refused before any of its rows is looked at. Sheets and columns are named as they stand in the workbook. */
export type FileRefusal =
  | { kind: 'file-not-found'; path: string }
  | { kind: 'file-too-large'; bytes: number; limit: number }
  | { kind: 'unpacked-too-large'; bytes: number; limit: number }
  | { kind: 'not-a-workbook'; looksLike: 'old-or-encrypted-workbook' | 'other-archive' | 'damaged-archive' | 'unknown' }
  | { kind: 'not-utf8' }
  | { kind: 'no-known-sheet'; found: readonly string[]; expected: readonly string[] }
  | { kind: 'unknown-sheet'; sheet: string; expected: readonly string[] }
  | { kind: 'unrecognised-csv'; headings: readonly string[] }
  | { kind: 'missing-column'; sheet: string; column: string }
  | { kind: 'unknown-column'; sheet: string; column: string }
  | { kind: 'repeated-column'; sheet: string; column: string }
  | { kind: 'cell-outside-columns'; sheet: string; row: number }
  | { kind: 'damaged-sheet'; sheet: string }
  | { kind: 'no-rows' }
  | LayoutMisfit
  | { kind: 'needs-layout'; proposal: LayoutProposal }
  | { kind: 'cancelled' };

/** Thrown inside the reader only, where a stream has to be left at once; it never crosses the reader's border. */
export class RefusedFile extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** What the reader tells while it reads. `chunk` holds whole lines in COPY text format for the staging table of the sheet. */
export type ReadEvent =
  | { kind: 'opened'; digest: string; sheets: readonly SheetKey[]; sources: readonly SourceSheet[]; layout: UsedLayout | null }
  | { kind: 'rows'; sheet: SheetKey; rows: number; chunk: Uint8Array<ArrayBuffer> }
  | { kind: 'done'; rows: Readonly<Record<SheetKey, number>>; accounts: readonly ReadAccount[]; encoding: FileEncoding }
  | { kind: 'refused'; refusal: FileRefusal };

/** Limits of one file, in bytes. */
export type ReadLimits = { file: number; unpacked: number };
export const defaultLimits: ReadLimits = { file: 200_000_000, unpacked: 1_500_000_000 };
