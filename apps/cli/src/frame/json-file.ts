import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '@saubac/domain/values';

export type JsonFileFailure = { kind: 'file-not-readable'; path: string } | { kind: 'not-json'; path: string; line: number; column: number };

/** Where the parser stopped: it tells a position in the text, or that the text ended. */
const placeOf = (message: string, text: string): { line: number; column: number } => {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** Reads a JSON file; one that is no JSON is refused with the place of the fault. */
export const readJsonFile = async (path: string): Promise<Result<unknown, JsonFileFailure>> => {
  const text = await readFile(path, 'utf8').then((it) => it.replace(/^\uFEFF/, ''), () => undefined);
  if (text === undefined) return fail({ kind: 'file-not-readable', path });
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return fail({ kind: 'not-json', path, ...placeOf(error instanceof Error ? error.message : '', text) });
  }
};
