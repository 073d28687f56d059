export * from './access.ts';
export * from './permission.ts';
export * from './role.ts';
