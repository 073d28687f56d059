// Vietnamese as data: how people write what the template asks for.
import { writeFile } from 'node:fs/promises';

import { isWellBuilt, rosterTemplate, type TemplateSheet } from '@saubac/domain/people';
import { isoDate } from '@saubac/domain/values';
import { genericProfile, sampleRoster } from '@saubac/sample';
import { writeXlsx } from 'hucre/xlsx';

type Cells = Readonly<Record<string, string | null | undefined>>;
type Written = string | number | null;

// One row a person, the post held today: what an agency sends in. Certificates are another matter.
function* presentPosts(people: Iterable<Cells>): Generator<Cells> {
  for (const row of people) if (!row['valid_to'] && !row['concurrent']) yield { ...row, planned_rank: null, training_list: null, language_text: null, leader: row['leader'] === '?' ? null : row['leader'], office_rank: row['office_rank'] === '?' ? null : row['office_rank'] };
}

const sample = (people: number) => sampleRoster({ profile: genericProfile, people, seed: 7, effective: isoDate('2026-01-01') });

const headings = ({ columns }: TemplateSheet): string[] => columns.map(({ heading }) => heading);
const cleanRow = ({ columns }: TemplateSheet, row: Cells): Written[] => columns.map(({ key }) => row[key] || null);

/** Writes the roster of a province as Excel does, with shared strings. */
export const writeClean = async (path: string, people: number): Promise<void> => {
  const { units, posts, people: all } = sample(people);
  const rows: Partial<Record<TemplateSheet['key'], Iterable<Cells>>> = { units, posts, people: presentPosts(all) };
  const sheets = rosterTemplate.filter(({ key }) => rows[key]).map((sheet) => ({ name: sheet.name, rows: [headings(sheet), ...[...rows[sheet.key]!].map((it) => cleanRow(sheet, it))] }));
  await writeFile(path, await writeXlsx({ sheets, stringMode: 'shared' }));
};

const dayZero = Date.UTC(1899, 11, 30);

// 01/02/2020 as a serial, in words, with hyphens, or as it is, in turn.
const dirtyDate = (text: string, turn: number): Written => {
  const [day, month, year] = text.split('/');
  if (year === undefined) return text;
  if (turn % 4 === 0) return (Date.UTC(Number(year), Number(month) - 1, Number(day)) - dayZero) / 86_400_000;
  if (turn % 4 === 1) return `ngày ${Number(day)} tháng ${Number(month)} năm ${year}`;
  return turn % 4 === 2 ? `${Number(day)}-${Number(month)}-${year}` : text;
};

const onlyNames = (units: readonly Cells[]): ReadonlyMap<string, string> => {
  const counts = Map.groupBy(units, ({ name }) => name ?? '');
  return new Map(units.flatMap(({ code, name }) => (code && name && counts.get(name)?.length === 1 ? [[code, name] as const] : [])));
};

const dirtyCell = (key: string, text: string, turn: number, names: ReadonlyMap<string, string>): Written => {
  if (key === 'id_number') return turn % 3 === 0 && text.startsWith('0') && isWellBuilt(text) ? Number(text) : turn % 3 === 1 ? ` ${text} ` : text;
  if (key === 'full_name') return turn % 2 === 0 ? text.toLocaleUpperCase('vi').replaceAll(' ', '  ') : text;
  if (key === 'birth_date' || key === 'valid_from') return dirtyDate(text, turn);
  if (key === 'unit_code') return turn % 2 === 0 ? (names.get(text) ?? text) : text;
  if (key === 'sex' || key === 'kind') return turn % 2 === 0 ? text.toLocaleUpperCase('vi') : text;
  return key === 'leader' ? 'có' : text;
};

/** Writes the same people as others write them: columns in another order, numbers without their zeros, dates of every kind, units by name, blank rows. */
export const writeDirty = async (path: string, people: number): Promise<void> => {
  const { units: allUnits, posts, people: all } = sample(people);
  const units = [...allUnits];
  const names = onlyNames(units);
  const sheets = rosterTemplate.filter(({ key }) => key !== 'certificates').map((sheet) => {
    if (sheet.key !== 'people') return { name: sheet.name, rows: [headings(sheet), ...[...(sheet.key === 'units' ? units : posts)].map((it) => cleanRow(sheet, it))] };
    const shuffled: TemplateSheet = { ...sheet, columns: sheet.columns.toReversed() };
    const rows: Written[][] = [headings(shuffled)];
    let turn = 0;
    for (const row of presentPosts(all)) {
      turn += 1;
      if (turn % 50 === 0) rows.push([]);
      rows.push(shuffled.columns.map(({ key }) => (row[key] ? dirtyCell(key, row[key], turn, names) : null)));
    }
    return { name: sheet.name, rows };
  });
  await writeFile(path, await writeXlsx({ sheets, stringMode: 'shared' }));
};
