import { open } from 'node:fs/promises';
import { spreadsheets, typesTaken, type UploadRule } from '@saubac/domain/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';
import { fileTypeFromFile } from 'file-type';

/** `found`: the media type of what was sent; `taken`: the names of the types that are taken. */
export type TypeNotTaken = { kind: 'file-type-not-taken'; found: string | null; taken: readonly string[] };

const looked = 65_536;

const beginning = async (path: string): Promise<Uint8Array> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(looked), 0, looked, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

// csv has no mark of its own: it is text of the kinds that the reader of rosters takes.
const isText = (bytes: Uint8Array): boolean => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return text.trim() !== '' && !text.includes('\0') && !/^\s*</.test(text);
  } catch {
    return false;
  }
};

/** The type of a file by what it holds, whatever it is called; refused if the rule does not take it. */
export const mediaTypeOf = async (path: string, rule: UploadRule): Promise<Result<string, TypeNotTaken>> => {
  const marked = (await fileTypeFromFile(path))?.mime;
  const found = marked ?? (isText(await beginning(path)) ? spreadsheets.csv : null);
  return found !== null && rule.mediaTypes.includes(found) ? ok(found) : fail({ kind: 'file-type-not-taken', found, taken: typesTaken(rule) });
};
