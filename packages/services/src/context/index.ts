export * from './context.ts';
export { type AskedBy, ctxOfLater, type LaterWork, narrowedTo } from './acting.ts';
