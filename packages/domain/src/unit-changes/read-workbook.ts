import { type Cell, plainText, readCell, type UnitValue } from '../people/index.ts';
import type { IsoDate } from '../values/index.ts';
import type { ChangeRefusal, ChangeRefusalKind, UnitOperation, UnitTraits } from './operation.ts';
import { changeSheet, type ChangeSheetKey, operationOf } from './workbook.ts';

/** A row of a sheet: its number as the spreadsheet shows it, and its cells by the keys of the columns. */
export type ChangeRow = { row: number; cells: Readonly<Record<string, Cell>> };

/** A move as a file states it: by identification number. */
export type StatedMove = { row: number; on: IsoDate; idNumber: string; name: string | null; from: string | null; to: string; posting: { post: string | null; kind: string; rank: string | null; office: string | null; officeRank: number | null; leader: boolean | null } | null };

export type StatedDecision = { title: string | null; on: IsoDate | null; decisionNumber: string | null; decisionDate: IsoDate | null; why: string | null };

export type SheetRefusal = Omit<ChangeRefusal, 'list'> & { list: 'decision' | ChangeRefusal['list'] };

type Read = { text: (key: string) => string | null; stated: (key: string) => boolean };
type Reading = { row: number; list: ChangeSheetKey; refusals: SheetRefusal[] };

const problemKinds: Readonly<Record<string, ChangeRefusalKind>> = {
  required: 'required', 'not-an-id-number': 'not-an-id-number', 'id-number-lost-zeros': 'not-an-id-number', 'not-a-date': 'not-a-date', 'no-such-day': 'not-a-date', 'year-out-of-range': 'not-a-date', 'day-missing': 'not-a-date',
};

const none = '-';

const reader = (reading: Reading, { cells }: ChangeRow): Read => {
  const columns = new Map(changeSheet(reading.list).columns.map((it) => [it.key, it]));
  return {
    stated: (key) => cells[key] !== null && cells[key] !== undefined && String(cells[key]).trim() !== '',
    text: (key) => {
      const column = columns.get(key)!;
      const cell = cells[key];
      if (typeof cell === 'string' && cell.trim() === none) return none;
      const { text, problem } = readCell(column, cell);
      if (problem) reading.refusals.push({ list: reading.list, row: reading.row, column: key, kind: problemKinds[problem.kind] ?? 'unknown-choice', params: { value: problem.value, ...(problem.allowed ? { allowed: problem.allowed.join(', ') } : {}) } });
      return text;
    },
  };
};

const codes = (text: string | null): string[] => (text === null || text === none ? [] : text.split(';').map((it) => it.trim()).filter((it) => it !== ''));
const orNone = (text: string | null): string | null => (text === none ? null : text);

const languageNeed = (text: string | null): boolean | null => (text === '?' ? null : text !== null && text !== none && plainText(text) !== 'khong');

const traitsOf = ({ text, stated }: Read): Partial<UnitTraits> => ({
  ...(stated('name') ? { name: text('name') ?? '' } : {}),
  ...(stated('official_code') ? { officialCode: orNone(text('official_code')) } : {}),
  ...(stated('tier') ? { tier: text('tier') ?? '' } : {}),
  ...(stated('body_kind') ? { bodyKind: text('body_kind') ?? '' } : {}),
  ...(stated('field') ? { field: orNone(text('field')) } : {}),
  ...(stated('needs_language') ? { needsLanguage: languageNeed(text('needs_language')) } : {}),
});

const valueOf = (read: Read, reading: Reading): UnitValue => {
  for (const key of ['name', 'tier', 'body_kind']) if (!read.stated(key)) reading.refusals.push({ list: 'operations', row: reading.row, column: key, kind: 'required' });
  return {
    name: '', officialCode: null, tier: '', bodyKind: '', field: null, needsLanguage: false, ...traitsOf(read),
    parent: orNone(read.text('parent_code')), reportsTo: orNone(read.text('reports_to')), budgetsThrough: orNone(read.text('budgets_through')),
  };
};

const changesOf = (base: { row: number; on: IsoDate }, unit: string, read: Read): UnitOperation[] => {
  const traits = traitsOf(read);
  const lines = ([['reports_to', 'reports-to'], ['budgets_through', 'budgets-through']] as const).flatMap(([key, line]): UnitOperation[] => (read.stated(key) ? [{ ...base, op: 'line', unit, line, to: orNone(read.text(key)) }] : []));
  return [
    ...(read.stated('parent_code') ? [{ ...base, op: 'move' as const, unit, parent: orNone(read.text('parent_code')) }] : []),
    ...(Object.keys(traits).length > 0 ? [{ ...base, op: 'rename' as const, unit, traits }] : []),
    ...lines,
  ];
};

const byPostOf = (text: string | null): { post: string; to: string }[] => codes(text).map((it) => ({ post: it.split('=')[0]?.trim() ?? '', to: it.split('=')[1]?.trim() ?? '' }));

const operationsOf = (line: ChangeRow, on: IsoDate, reading: Reading): UnitOperation[] => {
  const read = reader(reading, line);
  const words = read.text('operation') ?? '';
  const kind = operationOf(words);
  const units = codes(read.text('unit'));
  const base = { row: line.row, on: (read.text('on') ?? on) as IsoDate };
  if (words !== '' && !kind) reading.refusals.push({ list: 'operations', row: line.row, column: 'operation', kind: 'unknown-operation', params: { value: words } });
  const [unit] = units;
  if (!kind || unit === undefined) return [];
  const into = codes(read.text('into'));
  const successor = orNone(read.text('successor'));
  switch (kind) {
    case 'establish': return [{ ...base, op: kind, unit, value: valueOf(read, reading) }];
    case 'merge':
      if (into[0] === undefined) reading.refusals.push({ list: 'operations', row: line.row, column: 'into', kind: 'required' });
      return [{ ...base, op: kind, units, into: into[0] ?? '' }];
    case 'split': return [{ ...base, op: kind, unit, into, goesOn: read.text('goes_on') === 'true', successor, byPost: byPostOf(read.text('by_post')) }];
    case 'abolish': return [{ ...base, op: kind, unit, successors: into, successor, endPosts: read.text('end_posts') === 'true' }];
    default: {
      const changes = changesOf(base, unit, read);
      if (changes.length === 0) reading.refusals.push({ list: 'operations', row: line.row, column: 'name', kind: 'nothing-stated' });
      return changes;
    }
  }
};

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));
const flagOf = (text: string | null): boolean | null => (text === null ? null : text === 'true');

const moveOf = (line: ChangeRow, on: IsoDate, reading: Reading): StatedMove | null => {
  const read = reader(reading, line);
  const [idNumber, to] = [read.text('id_number'), read.text('to_unit')];
  const own = { row: line.row, on: (read.text('on') ?? on) as IsoDate, name: read.text('full_name'), from: read.text('from_unit') };
  const kind = read.stated('kind') ? read.text('kind') : null;
  const posting = kind === null ? null : { post: read.text('post_code'), kind, rank: read.text('rank_code'), office: read.text('office'), officeRank: numberOf(read.text('office_rank')), leader: flagOf(read.text('leader')) };
  return idNumber === null || to === null ? null : { ...own, idNumber, to, posting };
};

/** The decision that a workbook states; what it does not say is null. */
export const readDecision = (rows: readonly ChangeRow[]): { decision: StatedDecision; refusals: SheetRefusal[] } => {
  const [line] = rows;
  const reading: Reading = { row: line?.row ?? 2, list: 'decision', refusals: [] };
  if (!line) return { decision: { title: null, on: null, decisionNumber: null, decisionDate: null, why: null }, refusals: [] };
  const { text } = reader(reading, line);
  return { decision: { title: text('title'), on: text('on') as IsoDate | null, decisionNumber: text('decision_number'), decisionDate: text('decision_date') as IsoDate | null, why: text('why') }, refusals: reading.refusals };
};

/** The operations and moves that the rows of a workbook state, with whatever can't be read of them. `on`: the day of rows that name none. */
export const readChangeRows = (rows: { operations: readonly ChangeRow[]; moves: readonly ChangeRow[] }, on: IsoDate): { operations: UnitOperation[]; moves: StatedMove[]; refusals: SheetRefusal[] } => {
  const refusals: SheetRefusal[] = [];
  const operations = rows.operations.flatMap((it) => operationsOf(it, on, { row: it.row, list: 'operations', refusals }));
  const moves = rows.moves.flatMap((it) => moveOf(it, on, { row: it.row, list: 'moves', refusals }) ?? []);
  return { operations, moves, refusals };
};
