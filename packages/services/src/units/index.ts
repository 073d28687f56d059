export * from './find-units.ts';
export * from './list-units.ts';
