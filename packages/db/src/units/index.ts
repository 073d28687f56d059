export * from './units-on.ts';
