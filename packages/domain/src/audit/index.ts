export * from './differences.ts';
export * from './mask-id-numbers.ts';
export * from './person-read.ts';
