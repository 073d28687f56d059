import { rosterTemplate, type TemplateSheet } from '@saubac/domain/people';
import { type ChosenLayout, type SheetAccount, type SheetHead, type SheetReader, sheetReader, type SourceSheet } from '@saubac/domain/layouts';
import { chooseLayout, type FittingLayout, type LayoutChoice } from './choose-layout.ts';
import { RefusedFile } from './file-refusal.ts';
import type { SheetRow } from './stage-rows.ts';

export type RowsOf = () => AsyncIterable<SheetRow> | Iterable<SheetRow>;
/** A sheet of a file, whatever it holds. */
export type RawSheet = { name: string; rows: RowsOf };

/** A sheet of a foreign file with the sheet of the template that it feeds, and its reader. */
export type ForeignSheet = { sheet: TemplateSheet; name: string; rows: RowsOf; reader: SheetReader };
export type ForeignFile = { layout: UsedLayout; sheets: ForeignSheet[]; sources: SourceSheet[] };

/** The layout that a file was read with, and the sheets that it leaves out. */
export type UsedLayout = ChosenLayout & { leftOut: readonly string[] };

/** What was read of a sheet of a foreign file. */
export type ReadAccount = SheetAccount & { name: string; sheet: TemplateSheet['key'] };

const headLength = 60;

const headOf = async ({ name, rows }: RawSheet): Promise<SheetHead> => {
  const head: SheetRow['values'][] = [];
  for await (const { index, values } of rows()) {
    if (index >= headLength) break;
    while (head.length < index) head.push([]);
    head.push(values);
  }
  return { name, rows: head };
};

const opened = (raw: readonly RawSheet[], heads: readonly SheetHead[], { used, matched }: FittingLayout): ForeignFile => {
  const sheets = rosterTemplate.flatMap((sheet) =>
    matched.sheets.filter(({ rule }) => rule.target === sheet.key).map((it): ForeignSheet => {
      const at = raw.findIndex(({ name }) => name === it.name);
      return { sheet, name: it.name, rows: raw[at]!.rows, reader: sheetReader(it, sheet, heads[at]!) };
    }),
  );
  return { layout: { ...used, leftOut: matched.leftOut }, sheets, sources: sheets.map(({ name, reader }) => ({ name, headings: reader.headings })) };
};

/**
 * Opens a file that is not the template by a layout; null if nothing in it is known. Only the first rows of each sheet are looked at.
 * Throws `RefusedFile` where a layout does not fit, or with what is proposed where there is none yet.
 */
export const openForeign = async (raw: readonly RawSheet[], choice: LayoutChoice): Promise<ForeignFile | null> => {
  const heads: SheetHead[] = [];
  for (const it of raw) heads.push(await headOf(it));
  const chosen = chooseLayout(choice, heads);
  if ('used' in chosen) return opened(raw, heads, chosen);
  if (chosen.layout === null) return null;
  throw new RefusedFile({ kind: 'needs-layout', proposal: chosen });
};
