// Vietnamese as data: words of the workbook of a reorganisation.
import type { UnitRow } from '../units/unit-rows.ts';
import type { Eve } from './eve.ts';

/** A row of the sheet of operations, cells as an officer types them. */
export type OperationRow = Record<'operation' | 'unit', string> & Partial<Record<'into' | 'successor' | ChangedColumn, string>>;

const changedColumns = ['name', 'parent_code', 'official_code', 'tier', 'body_kind', 'field', 'needs_language', 'reports_to', 'budgets_through'] as const;
type ChangedColumn = (typeof changedColumns)[number];

// Of a unit that goes on a blank cell says nothing: what it no longer has is taken away by a dash.
const cell = (column: ChangedColumn, after: UnitRow): string => (after[column] === '' ? '-' : after[column]);

const establish = (it: UnitRow): OperationRow => ({ operation: 'Lập mới', unit: it.code, ...Object.fromEntries(changedColumns.map((column) => [column, it[column]])) });

const change = (before: UnitRow, after: UnitRow): OperationRow | null => {
  const differing = changedColumns.filter((column) => before[column] !== after[column]);
  return differing.length === 0 ? null : { operation: 'Chuyển', unit: after.code, ...Object.fromEntries(differing.map((column) => [column, cell(column, after)])) };
};

const merges = (ended: readonly UnitRow[]): OperationRow[] =>
  [...Map.groupBy(ended, ({ succeeded_by: into }) => into)].map(([into, rows]) => ({ operation: 'Sáp nhập', unit: rows.map(({ code }) => code).join(';'), into }));

/** What has to be done to the units of the eve so that they become those of the day: first what is new, then what changes, then what ends. */
export const operationsOf = (rows: readonly UnitRow[], eve: Eve): OperationRow[] => {
  const known = new Map(rows.filter(eve.isKnown).map((it) => [it.code, it]));
  const fresh = rows.filter((it) => !eve.isKnown(it));
  const ended = rows.filter((it) => eve.endsThen(it) && !fresh.some(({ code }) => code === it.code));
  const merged = ended.filter((it) => it.succession_kind === 'Sáp nhập' && it.succeeded_by !== '' && !it.succeeded_by.includes(';'));
  return [
    ...fresh.filter(({ code }) => !known.has(code)).map(establish),
    ...fresh.flatMap((it) => {
      const before = known.get(it.code);
      return (before && change(before, it)) ?? [];
    }),
    ...merges(merged),
    ...ended.filter((it) => !merged.includes(it)).map((it) => ({ operation: 'Giải thể', unit: it.code, into: it.succeeded_by })),
  ];
};
