import { type FontCode, fontCodeOf, likeliest, readFont, recodedRow, tellingWords } from '@saubac/domain/encodings';
import { RefusedFile } from './file-refusal.ts';

/** How the letters of a file were written: as Unicode, or in one of the codes from before it. */
export type FileEncoding = 'unicode' | 'utf-16' | 'windows-1258' | FontCode;

// Enough words to tell a code by, and not the whole of a large file.
const sampled = 500_000;

const linesOf = (text: string): string[] => text.slice(0, sampled).split('\n');

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((it, i) => bytes[i] === it);

const decodedAs = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

// Every other byte of a text in UTF-16 is zero as long as it is mostly ASCII, and a csv file is.
const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4_000);
  for (let i = 0; i < looked; i += 1) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const [even, odd] = [zeros[0]! / looked, zeros[1]! / looked];
  return odd > 0.2 && even < 0.05 ? 'utf-16le' : even > 0.2 && odd < 0.05 ? 'utf-16be' : undefined;
};

const inFontCode = (text: string): { text: string; encoding: FileEncoding } => {
  const code = fontCodeOf(linesOf(text));
  return code ? { text: text.split('\n').flatMap((line) => recodedRow(code, [line])).join('\n'), encoding: code } : { text, encoding: 'unicode' };
};

const ofOneByte = (bytes: Uint8Array): { text: string; encoding: FileEncoding } => {
  const western = decodedAs(bytes, 'windows-1252');
  const vietnamese = decodedAs(bytes, 'windows-1258');
  const readings = [
    ...(vietnamese === undefined ? [] : [{ name: 'windows-1258' as const, words: tellingWords(linesOf(vietnamese)) }]),
    ...(western === undefined ? [] : (['tcvn3', 'vni'] as const).map((name) => ({ name, words: tellingWords(linesOf(western).map(readFont[name])) }))),
  ];
  const name = likeliest(readings);
  if (name === undefined) throw new RefusedFile({ kind: 'not-utf8' });
  return { text: name === 'windows-1258' ? vietnamese!.normalize('NFC') : readFont[name](western!), encoding: name };
};

/**
 * The text of a csv file, and the code it was written in: Unicode by its bytes, else Windows-1258, TCVN3 or VNI, whichever makes
 * Vietnamese words of it. Throws `RefusedFile` where none does for certain.
 */
export const decodeCsv = (bytes: Uint8Array): { text: string; encoding: FileEncoding } => {
  const wide = utf16Of(bytes);
  if (wide) {
    const text = decodedAs(bytes, wide);
    if (text === undefined) throw new RefusedFile({ kind: 'not-utf8' });
    return { text, encoding: 'utf-16' };
  }
  const text = decodedAs(bytes, 'utf-8');
  return text === undefined ? ofOneByte(bytes) : inFontCode(text);
};

const separatorLine = /^sep=(.)\r?\n/i;

/** The separator that the first line of a csv file names, for spreadsheets, and the text behind that line; undefined: it is to be found. */
export const separatorOf = (text: string): { text: string; separator: string | undefined } => {
  const found = separatorLine.exec(text);
  return found ? { text: text.slice(found[0].length), separator: found[1] } : { text, separator: undefined };
};
