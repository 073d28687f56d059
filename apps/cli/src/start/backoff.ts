const firstMs = 1_000;
const longestMs = 60_000;

/** How long to wait before the next start of something that died for the nth time in a row, from 1: twice as long each time, a minute at most. */
export const backoffMs = (deaths: number): number => Math.min(longestMs, firstMs * 2 ** (deaths - 1));
