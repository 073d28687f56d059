import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { ok, type IsoDate } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { exportRoster, sheetKeys, templateOf, type SheetKey } from '@saubac/services/roster';
import type { Outcome } from '../frame/frame.ts';

export type ExportOptions = { on: IsoDate; out: string; sheet?: SheetKey };

/** Beside its place and of the same kind, so that a reader never finds half a file. */
const partOf = (out: string): string => `${out.slice(0, out.length - extname(out).length)}.part${extname(out)}`;

/** Writes the roster of a day into a file of the product's template. */
export const exportFile = async (ctx: Ctx, words: Words, { on, out, sheet }: ExportOptions): Promise<Outcome> => {
  const part = partOf(out);
  try {
    const exported = await exportRoster(ctx, { on, path: part, ...(sheet === undefined ? {} : { sheet }) });
    if (!exported.ok) return { ok: false, failure: { ...exported.failure, path: out } };
    await rename(part, out);
    const { rows } = exported.value;
    const counts = sheetKeys.filter((key) => rows[key] > 0).map((key) => `  ${words.t('roster.exportedRows', { sheet: templateOf(key).name, rows: rows[key] })}`);
    return ok({ json: { file: out, on, rows }, text: [words.t('roster.exported', { file: out, on }), ...counts].join('\n') });
  } finally {
    await rm(part, { force: true });
  }
};
