/**
 * How a cell was mended. `spaces`: doubled, no-break or unseen ones; `composed`: letters and accents that stood apart; the others say
 * what was read into the cell.
 */
export const mendKinds = [
  'spaces', 'composed', 'name-case', 'name-note', 'id-number-zeros', 'id-number-signs', 'id-number-completed', 'date-short-year', 'date-month-first', 'date-serial', 'choice-word',
  'unit-by-name', 'unit-remembered', 'post-by-name', 'post-remembered',
] as const;
export type MendKind = (typeof mendKinds)[number];

/** What was changed in a cell before it was taken: what stood there, what is kept or read instead. */
export type CellMend = { kind: MendKind; from: string; to: string };

/** A mend of a staged row, with its column. */
export type Mend = CellMend & { column: string };

const longest = 500;

/** A text that JSON of the database can hold: no NUL, no half of a pair, no longer than a cell may be. */
export const toldText = (text: string): string => text.slice(0, longest).replaceAll('\0', '').toWellFormed();

export const mend = (kind: MendKind, from: string, to: string): CellMend => ({ kind, from: toldText(from), to: toldText(to) });

/** What cleaning changed in a text that is kept. Spaces at its ends are no part of what was typed and are not told. */
export const mendsOfCleaning = (cell: string, clean: string): CellMend[] => {
  const typed = cell.trim();
  if (typed === clean) return [];
  const composed = typed.normalize('NFC');
  return [
    ...(composed === typed ? [] : [mend('composed', typed, composed)]),
    ...(composed === clean ? [] : [mend('spaces', composed, clean)]),
  ];
};
