export { type ChangeSheets, openChangeFile } from './open-workbook.ts';
export { type ChangeCells, changeWorkbookFile } from './write-workbook.ts';
