export * from './core-questions.ts';
export * from './plans-using.ts';
export * from './plugin-changes.ts';
export * from './probe-facts.ts';
export * from './tenant-plugins.ts';
