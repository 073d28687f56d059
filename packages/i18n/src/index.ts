export { createWords, type NameIn, type RefusalKind, type WordKey, type Words } from './words.ts';
