export * from './files.ts';
export * from './imports.ts';
