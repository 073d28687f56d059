export * from './list-units.ts';
export * from './units-on.ts';
