export { Columns, type Uncertain, uncertainFacts } from './columns.ts';
export * from './facts-query.ts';
export * from './followed-query.ts';
export * from './people-query.ts';
export * from './places-query.ts';
export * from './progress-query.ts';
export * from './units-query.ts';
