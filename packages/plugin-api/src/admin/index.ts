export * from './define-admin.ts';
