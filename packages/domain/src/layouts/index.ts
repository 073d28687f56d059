export * from './layout.ts';
export * from './row-ref.ts';
export * from './skipped.ts';
