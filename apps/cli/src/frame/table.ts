/** A column of a printed table. Figures stand on the right. */
export type Column = { heading: string; align?: 'right' };

const segmenter = new Intl.Segmenter();
// Letters with accents count as one, composed or not.
const widthOf = (text: string): number => [...segmenter.segment(text)].length;

const cell = (text: string, width: number, align: Column['align']): string => {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? gap + text : text + gap;
};

/** Lays rows out under their headings, two spaces apart; lines end without blanks and each with a line feed. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const widths = columns.map((column, at) => Math.max(widthOf(column.heading), ...rows.map((row) => widthOf(row[at] ?? ''))));
  const line = (texts: readonly string[]): string => columns.map((column, at) => cell(texts[at] ?? '', widths[at] ?? 0, column.align)).join('  ').trimEnd();
  return [line(columns.map((it) => it.heading)), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].map((it) => `${it}\n`).join('');
};
