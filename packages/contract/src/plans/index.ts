export * from './drafts.ts';
export * from './versions.ts';
