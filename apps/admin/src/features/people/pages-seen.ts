/** The first and the last row that are seen. */
export type Seen = { first: number; last: number };

/** The pages that rows from the first to the last stand on, with half a page on either side, which are about to be seen. */
export const pagesSeen = ({ first, last }: Seen, pageSize: number, count: number): number[] => {
  if (count === 0) return [];
  const pageOf = (row: number): number => Math.floor(Math.max(0, Math.min(count - 1, row)) / pageSize);
  const [from, to] = [pageOf(first - pageSize / 2), pageOf(last + pageSize / 2)];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};
