export { demoState, markDemo } from './demo-mark.ts';
