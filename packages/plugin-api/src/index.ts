export * from './fact.ts';
export * from './failure.ts';
export * from './manifest.ts';
export * from './plugin.ts';
export * from './registry.ts';
export * from './table.ts';
export * from './target.ts';
