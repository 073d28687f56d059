export { loadReference, readReference } from './load-reference.ts';
export * from './work-calendar.ts';
export * from './reference-lists.ts';
