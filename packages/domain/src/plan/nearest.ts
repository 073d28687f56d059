/** How many letters must be changed, put in, left out or swapped with a neighbour to make one word of the other. */
export const editDistance = (from: string, to: string): number => {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const at = (r: number, c: number): number => (r === row ? line[c] : rows[r]?.[c]) ?? Number.POSITIVE_INFINITY;
      line.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1), swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY));
    }
    rows.push(line);
  }
  return rows.at(-1)?.at(-1) ?? 0;
};

const plain = (word: string): string => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Up to three known words that somebody may have meant, the nearest first: few letters apart, or one inside the other. */
export const nearest = (word: string, known: readonly string[]): string[] => {
  const wanted = plain(word);
  return [...new Set(known)]
    .map((candidate) => ({ candidate, distance: editDistance(wanted, plain(candidate)), inside: wanted.length > 2 && plain(candidate).includes(wanted) }))
    .filter((it) => it.inside || it.distance <= Math.max(1, Math.floor(Math.min(wanted.length, it.candidate.length) / 3)))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map((it) => it.candidate);
};
