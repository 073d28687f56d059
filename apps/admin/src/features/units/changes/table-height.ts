import type { CSSProperties } from 'react';

const rowRem = 2.25;
const narrowRowRem = 4;
const mostRows = 12;

/** As high as the rows of a short table are, and no higher than is seen at once. On a narrow screen a row has two lines. */
export const tableHeight = (rows: number): CSSProperties =>
  ({ '--table-rows': `${(Math.min(rows, mostRows) + 1) * rowRem + 0.25}rem`, '--table-narrow-rows': `${Math.min(rows, mostRows) * narrowRowRem + 0.25}rem` }) as CSSProperties;
