export * from './bodies.ts';
export * from './duties.ts';
export * from './duty-sheet.ts';
export * from './reach.ts';
export * from './sessions.ts';
