import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A cell as LibreOffice is to hold it. `date`: a day shown as one; `number` is shown as it is; `wide`/`tall`: merged over so many columns and rows. */
export type FlatCell = string | number | null | { date: string } | { formula: string; text: string } | { text: string; wide?: number; tall?: number };
export type FlatSheet = { name: string; rows: readonly (readonly FlatCell[])[] };

const spaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"', 'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"', 'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"', 'number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"', 'of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
].map((it) => `xmlns:${it}`).join(' ');

const styles =
  '<office:automatic-styles><number:date-style style:name="D"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>' +
  '<style:style style:name="day" style:family="table-cell" style:data-style-name="D"/></office:automatic-styles>';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// XML takes several spaces for one.
const paragraph = (text: string): string => `<text:p>${escaped(text).replace(/ {2,}|^ | $/g, (run) => `<text:s text:c="${run.length}"/>`)}</text:p>`;

const cellXml = (cell: FlatCell): string => {
  if (cell === null || cell === '') return '<table:table-cell/>';
  if (typeof cell === 'number') return `<table:table-cell office:value-type="float" office:value="${cell}"/>`;
  if (typeof cell === 'string') return `<table:table-cell office:value-type="string">${paragraph(cell)}</table:table-cell>`;
  if ('date' in cell) return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${cell.date}"/>`;
  if ('formula' in cell) return `<table:table-cell table:formula="of:=${escaped(cell.formula)}" office:value-type="string" office:string-value="${escaped(cell.text)}">${paragraph(cell.text)}</table:table-cell>`;
  const { text, wide = 1, tall = 1 } = cell;
  return `<table:table-cell office:value-type="string" table:number-columns-spanned="${wide}" table:number-rows-spanned="${tall}">${paragraph(text)}</table:table-cell>${'<table:covered-table-cell/>'.repeat(wide - 1)}`;
};

const flatXml = (sheets: readonly FlatSheet[], epoch: 1900 | 1904): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${styles}<office:body><office:spreadsheet>` +
  (epoch === 1904 ? '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>' : '') +
  sheets.map(({ name, rows }) => `<table:table table:name="${escaped(name)}">${rows.map((row) => `<table:table-row>${row.length === 0 ? '<table:table-cell/>' : row.map(cellXml).join('')}</table:table-row>`).join('')}</table:table>`).join('') +
  '</office:spreadsheet></office:body></office:document>';

// Field separator, quote, code of the letters (LibreOffice counts them), first line, formats, language, quote all, store as shown.
const csvFilter = { 'windows-1252': 'csv:Text - txt - csv (StarCalc):59,34,1,1', 'windows-1258': 'csv:Text - txt - csv (StarCalc):59,34,40,1' } as const;

/** Has LibreOffice write sheets to a file: xlsx, or csv in a code from before Unicode. */
export const writeByLibreOffice = (path: string, sheets: readonly FlatSheet[], { epoch = 1900, csv }: { epoch?: 1900 | 1904; csv?: keyof typeof csvFilter } = {}): void => {
  const folder = mkdtempSync(join(tmpdir(), 'flat-'));
  try {
    writeFileSync(join(folder, 'sheet.fods'), flatXml(sheets, epoch));
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', csv ? csvFilter[csv] : 'xlsx:Calc MS Excel 2007 XML', '--outdir', folder, join(folder, 'sheet.fods')], { timeout: 120_000, stdio: 'pipe' });
    copyFileSync(join(folder, csv ? 'sheet.csv' : 'sheet.xlsx'), path);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
