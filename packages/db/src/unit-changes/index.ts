export * from './changes.ts';
export * from './findings.ts';
export * from './holdings.ts';
export * from './touched.ts';
export * from './withdraw-change.ts';
export { type PostWrites, writeChangedPosts, writeChangedUnits } from './write-change.ts';
