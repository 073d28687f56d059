export { loadReference, readReference } from './load-reference.ts';
export * from './reference-lists.ts';
