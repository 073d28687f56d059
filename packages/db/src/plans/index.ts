export * from './evidence.ts';
export * from './plan-cases.ts';
export * from './plan-drafts.ts';
export * from './plan-versions.ts';
export * from './plan-acts.ts';
