export * from './fingerprint.ts';
export type { SheetHead } from './headings.ts';
export * from './layout.ts';
export { isOfLayout, type LayoutMisfit, type MatchedFile, type MatchedSheet, matchSheets } from './match-sheets.ts';
export type { Confidence, Why } from './propose-columns.ts';
export * from './propose-layout.ts';
export { type SheetAccount, type SheetReader, sheetReader, type UnusedColumn } from './read-sheet.ts';
export * from './row-ref.ts';
export * from './skipped.ts';
