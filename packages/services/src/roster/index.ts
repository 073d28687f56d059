export { type RefusedRow, writeRefusedWorkbook } from './refused-workbook.ts';
export { exportRoster, type ExportedRoster, type ExportFailure, type ExportInput } from './export-roster.ts';
export { importRoster, type ImportedRoster, type ImportFailure, type ImportInput, type Staged } from './import-roster.ts';
export type { ImportPreview, Reading, SheetCounts, ShownChange, ShownField, ShownMend, ShownRefusal } from './preview.ts';
export { proposeForFile } from './propose-for-file.ts';
export {
  forgetRememberedName, type ForgetRememberedNameFailure, listRememberedNames, type NameOf, type RememberedName, type RememberedNamesPage, setRememberedName, type SetRememberedNameFailure,
} from './remembered-names.ts';
export { rosterColumns, type RosterSheet, rosterTemplateFor } from './roster-template-for.ts';
export { rowsToLookAt } from './rows-to-look-at.ts';
export { mendInWords, reasonAndHint, rowRefusalInWords } from './row-refusal-in-words.ts';
export { listUndoSubjects, type NotUndoable, previewUndo, undoBatch, undoDays, type UndoFailure, type UndoPreview } from './undo-batch.ts';
export { undoBlockerInWords, undoNoteInWords } from './undo-in-words.ts';
export * from './workbook/index.ts';
