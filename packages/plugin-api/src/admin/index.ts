export type { Manifest, SlotPlace } from '../manifest.ts';
export * from './define-admin.ts';
export * from './plugin-refused.ts';
export * from './queries.ts';
export * from './use-unsaved-guard.ts';
