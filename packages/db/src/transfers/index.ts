export * from './exports.ts';
export * from './files.ts';
export * from './imports.ts';
export * from './layouts.ts';
export * from './sweep.ts';
