import { type CellMend, mend } from './mend.ts';

const note = /^(.*?\p{L}[^([]*?)\s*(?:\([^()]*\)|\[[^[\]]*\])\s*$/u;
const severalWords = /\p{L}\S* \S*\p{L}/u;
// H'Hen, K'Brôi, Lê-Anh: a letter after such a sign begins a part of the name.
const firstLetters = /(?<![\p{L}\p{M}])\p{L}/gu;

const withoutNote = (name: string): string => {
  const found = note.exec(name);
  return found ? withoutNote(found[1]!) : name;
};

// The old fonts have no capitals with marks: "Nguyễn Văn ánh".
const capitalsButMarked = /^(?:\p{Lu}\S*|[^\p{Lu}\0-\x7f]\S*)(?: (?:\p{Lu}\S*|[^\p{Lu}\0-\x7f]\S*))+$/u;

/**
 * A name written in capitals alone, or in small letters alone, or without the capitals that bear marks, as names are written. Any other
 * stays as it is: its writer knew.
 */
export const properCased = (name: string): string => {
  const small = name.toLowerCase();
  if (name !== small && name !== name.toUpperCase()) return capitalsButMarked.test(name) ? name.replace(/(?<= )\p{Ll}|^\p{Ll}/gu, (letter) => letter.toUpperCase()) : name;
  return severalWords.test(name) ? small.replace(firstLetters, (letter) => letter.toUpperCase()) : name;
};

/** The name of a person as it is kept, with what was mended: a note in brackets behind it goes, capitals become letters. */
export const readName = (typed: string): { text: string; mends: CellMend[] } => {
  const last = typed.at(-1);
  const bare = last === ')' || last === ']' ? withoutNote(typed) : typed;
  const text = properCased(bare);
  return { text, mends: [...(bare === typed ? [] : [mend('name-note', typed, bare)]), ...(text === bare ? [] : [mend('name-case', bare, text)])] };
};
