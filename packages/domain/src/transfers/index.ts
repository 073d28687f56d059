export * from './imports.ts';
export * from './uploads.ts';
