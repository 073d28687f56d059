export * from './roster-template.ts';
