export * from './arbitrary.ts';
export * from './in-world.ts';
export * from './store.ts';
export * from './world.ts';
