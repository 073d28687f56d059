export * from './government-level.ts';
