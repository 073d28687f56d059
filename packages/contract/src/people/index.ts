export { kind, officeRank } from './parts.ts';
export * from './routes.ts';
