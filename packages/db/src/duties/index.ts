export * from './bodies.ts';
export * from './duties.ts';
export * from './sessions.ts';
