export { defaultLimits, type FileRefusal, type ReadEvent, type ReadLimits } from './file-refusal.ts';
export type { FileEdit } from './read-file.ts';
export { readRosterFile, type ReadOptions } from './read-in-worker.ts';
export { sheetKeys, templateOf, type SheetKey } from './sheet-order.ts';
export { writeRosterCsv } from './write-csv.ts';
export { type List, writeList } from './write-list.ts';
export { certificateCodeLists, type CodeList, rosterTemplateFile } from './write-template.ts';
export { rosterWorkbook, writeRosterWorkbook, type RosterCells, type RosterRows, type RosterSheets } from './write-workbook.ts';
