export * from './condition-in-words.ts';
export * from './explain.ts';
export * from './explanation-in-words.ts';
export * from './fact-definitions.ts';
export * from './find-target.ts';
export * from './people.ts';
export * from './progress.ts';
export * from './question.ts';
