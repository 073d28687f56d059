export * from './plan-versions.ts';
