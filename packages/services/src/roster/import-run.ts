import type { By } from '@saubac/db/levels';
import type { RowRefusal } from '@saubac/db/roster';
import type { KnownCodes } from '@saubac/db/roster';
import type { AuditDetail } from '@saubac/db/audit';
import type { ImportMode } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';

import type { RawChange, Removal } from './preview.ts';
import type { NameHints } from './resolve-names.ts';

/** What every step of one import needs to know. */
export type ImportRun = {
  batch: string;
  on: IsoDate;
  today: IsoDate;
  /** Who imports, and when. */
  by: By;
  mode: ImportMode;
  /** Write what can be written and leave out refused rows. */
  skipRefused: boolean;
  codes: KnownCodes;
  /** How many changes of a sheet are listed. */
  listed: number;
  /** The codes of the units that a limited importer may write to; null: all units, and the catalogues. */
  within: ReadonlySet<string> | null;
  /** What may have been meant by names of units and posts that were not found. */
  hints: NameHints;
  /** Whether the importer may verify certificates and state confirmed levels. */
  verifies: boolean;
  /** Between the steps it is asked whether to go on. */
  signal: AbortSignal | undefined;
};

/** What the import of one sheet did: rows by kind, the changes to list, whether anything was written, details for the audit. */
export type SheetResult = { new: number; changed: number; unchanged: number; changes: RawChange[]; wrote: boolean; details: AuditDetail[]; removals?: Removal[] };

export const noRows = (): SheetResult => ({ new: 0, changed: 0, unchanged: 0, changes: [], wrote: false, details: [] });

export type { RowRefusal };
