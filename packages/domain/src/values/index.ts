export * from './dong.ts';
export * from './ids.ts';
export * from './iso-date.ts';
export * from './result.ts';
export * from './scope.ts';
export * from './share.ts';
export * from './text.ts';
