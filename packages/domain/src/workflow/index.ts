export * from './check-workflow.ts';
export * from './cover.ts';
export * from './decide-move.ts';
export * from './definition.ts';
export * from './extension.ts';
export * from './pinned.ts';
export * from './structure.ts';
