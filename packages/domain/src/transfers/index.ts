export * from './exports.ts';
export * from './imports.ts';
export * from './uploads.ts';
