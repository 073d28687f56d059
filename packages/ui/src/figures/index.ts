export { BulletBar } from './bullet-bar.tsx';
export { commonScale } from './common-scale.ts';
export { InlineBar } from './inline-bar.tsx';
export { YearColumns, type YearPoint } from './year-columns.tsx';
