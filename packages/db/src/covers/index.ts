export * from './covers.ts';
