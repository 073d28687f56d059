export * from './evidence.ts';
export * from './plan-versions.ts';
