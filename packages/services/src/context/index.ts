export * from './context.ts';
export { type AskedBy, ctxOfLater, type LaterWork, narrowedTo } from './acting.ts';
export { GivenUp, watched } from './watched.ts';
