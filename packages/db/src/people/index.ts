export * from './find-person.ts';
