export { createWords, type RefusalKind, type WordKey, type Words } from './words.ts';
