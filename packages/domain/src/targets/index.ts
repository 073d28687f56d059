export * from './progress.ts';
export * from './target.ts';
