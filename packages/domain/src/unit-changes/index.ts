export * from './decide-change.ts';
export { type DecidedPosts, decidePosts, type Holding, type StartedHolding, type Stranded } from './decide-posts.ts';
export { type DecidedUnits, decideUnits, type Outflow, type Tiers, type UnitSuccession } from './decide-units.ts';
export * from './life.ts';
export * from './operation.ts';
export * from './read-workbook.ts';
export * from './workbook.ts';
export * from './followed.ts';
