export * from './standards.ts';
