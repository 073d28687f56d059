export * from './facts.ts';
export * from './roster-template.ts';
