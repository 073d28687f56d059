export * from './build.ts';
export * from './check.ts';
export * from './evaluate.ts';
export * from './explain.ts';
export * from './fact.ts';
export * from './rule.ts';
export * from './sentence.ts';
