export { loadReference, readReference } from './load-reference.ts';
