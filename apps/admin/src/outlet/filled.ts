/** A word of a plugin with its places `{{name}}` filled; a place without a value stays as it is written, so that it is seen. */
export const filled = (word: string, values: Readonly<Record<string, string | number>> = {}): string =>
  word.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
