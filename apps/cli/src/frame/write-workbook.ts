import { rename, rm, writeFile } from 'node:fs/promises';
import { fail, ok, type Result } from '@saubac/domain/values';
import { writeRosterWorkbook, type RosterSheets } from '@saubac/services/roster';

export type NotWritable = { kind: 'file-not-writable'; path: string };

const fileFaults = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EPERM', 'EROFS', 'ENOSPC', 'ENAMETOOLONG'];

/** Writes a file beside its place and then puts it there, so that nobody finds half of it. A place that can not be written to is refused. */
export const intoPlace = async (path: string, write: (part: string) => Promise<void>): Promise<Result<null, NotWritable>> => {
  const part = `${path}.part`;
  try {
    await write(part);
    await rename(part, path);
    return ok(null);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    if (fileFaults.includes(String((error as { code?: unknown }).code))) return fail({ kind: 'file-not-writable', path });
    throw error;
  }
};

/** Writes a roster workbook while its rows come. */
export const writeWorkbook = (path: string, sheets: RosterSheets): Promise<Result<null, NotWritable>> => intoPlace(path, (part) => writeRosterWorkbook(part, sheets));

/** Writes the bytes of a file. */
export const writeBytes = (path: string, bytes: Uint8Array): Promise<Result<null, NotWritable>> => intoPlace(path, (part) => writeFile(part, bytes));
