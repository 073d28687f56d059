export * from './replay-reform.ts';
