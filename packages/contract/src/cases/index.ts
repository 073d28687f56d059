export * from './bulk.ts';
export * from './parts.ts';
export * from './routes.ts';
