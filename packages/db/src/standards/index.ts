export * from './standard-gaps.ts';
