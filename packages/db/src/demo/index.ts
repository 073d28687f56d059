export { isDemoLoaded, markDemoLoaded } from './demo-mark.ts';
