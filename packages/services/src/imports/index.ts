export { cancelImport, type CancelImportFailure, commitImport, type CommitImportFailure } from './decide-import.ts';
export { confirmLayout, type ConfirmLayoutFailure, getImportLayout, type ImportLayout } from './layout-of-import.ts';
export type { ImportProblem, ImportSummary, ImportView } from './import-view.ts';
export { type FindingsPage, getImport, listFindings, listImports, type UnknownImport } from './read-imports.ts';
export { type NewImport, startImport, type StartImportFailure } from './start-import.ts';
export { type ImportEvent, watchImport, type WatchOptions } from './watch-import.ts';
export { checkImport, failImport, type ImportWork, writeImport } from './work-on-import.ts';
