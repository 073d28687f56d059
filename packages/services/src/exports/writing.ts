import type { Forbidden } from '@saubac/domain/access';
import type { ExportFormat, ExportOrder } from '@saubac/domain/transfers';
import type { Result, UnitScope } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import type { PrintCloseFailure } from '../closes/index.ts';
import type { TookTooLong } from '../figures/index.ts';
import type { ListPeopleFailure } from '../people/index.ts';
import type { TargetFailure } from '../targets/index.ts';
import type { CertificatesFailure } from './write-certificates.ts';

/** Where and how a file is written; `onRow` is told of each row and ends the writing by what it throws. */
export type Writing = { path: string; format: ExportFormat; words: Words; onRow: () => void };

export type WriteFailure = Forbidden | TargetFailure | ListPeopleFailure | TookTooLong | PrintCloseFailure | CertificatesFailure | { kind: 'export-failed' };

/** What was written, and for which units. */
export type Written = Result<{ scope: UnitScope }, WriteFailure>;

/** An order of one kind. */
export type OrderOf<Kind extends ExportOrder['kind']> = Extract<ExportOrder, { kind: Kind }>;

/** So many rows are read at a time. */
export const pageSize = 2_000;
