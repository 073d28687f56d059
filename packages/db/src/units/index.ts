export * from './days-of-change.ts';
export * from './find-units.ts';
export * from './folded-name.ts';
export * from './list-units.ts';
export * from './subtree.ts';
export * from './unit-file.ts';
export * from './units-on.ts';
