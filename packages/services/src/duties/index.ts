export { dutyKind } from './duty-kind.ts';
export * from './duty-sheet.ts';
export * from './make-duties.ts';
export * from './reach-of-year.ts';
export * from './read-duties.ts';
export * from './write-duties.ts';
