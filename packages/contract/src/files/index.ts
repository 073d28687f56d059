export * from './routes.ts';
export * from './upload.ts';
