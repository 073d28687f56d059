export * from './arbitrary.ts';
export * from './store.ts';
export * from './world.ts';
