export * from './parts.ts';
export * from './routes.ts';
