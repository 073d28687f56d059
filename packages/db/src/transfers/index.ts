export * from './exports.ts';
export * from './files.ts';
export * from './import-edits.ts';
export * from './import-rows.ts';
export * from './imports.ts';
export * from './layouts.ts';
export * from './sweep.ts';
