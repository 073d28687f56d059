export * from './bulks.ts';
export * from './keep-case.ts';
export * from './read-cases.ts';
