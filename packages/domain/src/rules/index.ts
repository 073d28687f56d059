export * from './fact.ts';
export * from './rule.ts';
