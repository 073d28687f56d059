import { writeFile } from 'node:fs/promises';
import { writeXlsx } from 'hucre/xlsx';

/** A sheet of a workbook that is written whole: headings with the width of their columns, rows of texts and figures. */
export type Sheet = { name: string; columns: readonly { heading: string; width: number }[]; rows: readonly (readonly (string | number | null)[])[] };

// The same sheets must give the same file, byte for byte.
const noTime = new Date(1980, 0, 1);
const bold = { font: { bold: true } };

/** Writes a workbook of several sheets to a file that its owner alone may read. Texts stay texts, whatever they begin with. */
export const writeSheets = async (path: string, sheets: readonly Sheet[]): Promise<void> => {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width }) => ({ width })),
      rows: [columns.map(({ heading }) => heading), ...rows.map((row) => [...row])],
      cells: new Map(columns.map(({ heading }, index) => [`0,${index}`, { value: heading, type: 'string' as const, style: bold }])),
      freezePane: { rows: 1 },
    })),
    stringMode: 'inline',
    properties: { created: noTime, modified: noTime },
  });
  await writeFile(path, bytes, { mode: 0o600 });
};
