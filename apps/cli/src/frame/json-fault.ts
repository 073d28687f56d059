const blank = /[ \t\r\n]*/y;
const scalar = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const name = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

/** Reads a text from the left for as long as it can be JSON; `at` is how far it came. */
class Reader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.#text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  #takesSign(sign: string): boolean {
    this.#takes(blank);
    if (this.#text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  #takesMany(close: string, member: () => boolean): boolean {
    if (this.#takesSign(close)) return true;
    do {
      if (!member()) return false;
    } while (this.#takesSign(','));
    return this.#takesSign(close);
  }

  #takesPair(): boolean {
    this.#takes(blank);
    return this.#takes(name) && this.#takesSign(':') && this.takesValue();
  }

  takesValue(): boolean {
    if (this.#takesSign('{')) return this.#takesMany('}', () => this.#takesPair());
    if (this.#takesSign('[')) return this.#takesMany(']', () => this.takesValue());
    return this.#takes(scalar);
  }

  skipBlank(): void {
    this.#takes(blank);
  }
}

/**
 * Where a text that is no JSON stops being one: line and column from 1, never past its last sign. The engine's own parser often tells no
 * place, so the text is read once more.
 */
export const jsonFaultIn = (text: string): { line: number; column: number } => {
  const reader = new Reader(text);
  if (reader.takesValue()) reader.skipBlank();
  // What is missing at the end is missing after the last word, not on the empty line below it.
  const at = reader.at >= text.length ? text.trimEnd().length : reader.at;
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
