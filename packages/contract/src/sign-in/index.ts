export * from './links.ts';
export * from './parts.ts';
export * from './routes.ts';
export * from './settings.ts';
export * from './single-sign-on.ts';
