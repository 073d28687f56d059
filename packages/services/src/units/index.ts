export * from './list-units.ts';
