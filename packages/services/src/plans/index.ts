export * from './apply-plan.ts';
export * from './compare-versions.ts';
