export * from './days-of-change.ts';
export * from './find-units.ts';
export * from './list-units.ts';
