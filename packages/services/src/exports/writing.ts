import type { ExportFormat } from '@saubac/domain/transfers';
import type { Words } from '@saubac/i18n';

/** Where and how a file is written; `onRow` is told of each row and ends the writing by what it throws. */
export type Writing = { path: string; format: ExportFormat; words: Words; onRow: () => void };
