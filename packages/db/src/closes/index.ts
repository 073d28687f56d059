export * from './closes.ts';
export * from './freeze-query.ts';
export * from './frozen-units.ts';
export * from './kept-plans.ts';
export * from './open-problems.ts';
export * from './people-now.ts';
export * from './rules-then.ts';
