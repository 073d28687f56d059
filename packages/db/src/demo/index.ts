export { demoPlugins, markDemoPlugin } from './demo-plugins.ts';
export { demoState, markDemo } from './demo-mark.ts';
