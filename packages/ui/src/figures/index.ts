export { BulletBar } from './bullet-bar.tsx';
export { commonScale } from './common-scale.ts';
export { InlineBar } from './inline-bar.tsx';
