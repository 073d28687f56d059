export * from './desk-parts.ts';
export * from './desk-routes.ts';
export * from './parts.ts';
export * from './routes.ts';
