export * from './apply-plan.ts';
export * from './compare-versions.ts';
export * from './list-evidence.ts';
export * from './list-versions.ts';
export * from './plan-change-in-words.ts';
export * from './plan-problem-in-words.ts';
export * from './record-evidence.ts';
export * from './withdraw-plan.ts';
