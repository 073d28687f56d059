export { exportRoster, type ExportedRoster, type ExportFailure, type ExportInput } from './export-roster.ts';
export { importRoster, type ImportedRoster, type ImportFailure, type ImportInput } from './import-roster.ts';
export type { ImportPreview, Reading, SheetCounts, ShownChange, ShownField, ShownMend, ShownRefusal } from './preview.ts';
export { proposeForFile } from './propose-for-file.ts';
export {
  forgetRememberedName, type ForgetRememberedNameFailure, listRememberedNames, type NameOf, type RememberedName, type RememberedNamesPage, setRememberedName, type SetRememberedNameFailure,
} from './remembered-names.ts';
export { mendInWords, rowRefusalInWords } from './row-refusal-in-words.ts';
export * from './workbook/index.ts';
