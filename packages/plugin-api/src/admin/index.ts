export * from './define-admin.ts';
export * from './plugin-refused.ts';
