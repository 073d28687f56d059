export * from './list-units.ts';
export * from './subtree.ts';
export * from './units-on.ts';
