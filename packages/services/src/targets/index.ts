export * from './counted.ts';
export * from './explain.ts';
export * from './find-target.ts';
export * from './people.ts';
export * from './progress.ts';
export * from './question.ts';
