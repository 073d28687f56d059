export { obstacleKind } from './obstacle-kind.ts';
export * from './obstacles.ts';
