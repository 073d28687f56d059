import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '@saubac/domain/values';
import { jsonFaultIn } from './json-fault.ts';

export type JsonFileFailure = { kind: 'file-not-readable'; path: string } | { kind: 'not-json'; path: string; line: number; column: number };

/** Reads a JSON file; one that is no JSON is refused with the place of the fault. */
export const readJsonFile = async (path: string): Promise<Result<unknown, JsonFileFailure>> => {
  const text = await readFile(path, 'utf8').then((it) => it.replace(/^\uFEFF/, ''), () => undefined);
  if (text === undefined) return fail({ kind: 'file-not-readable', path });
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return fail({ kind: 'not-json', path, ...jsonFaultIn(text) });
  }
};
