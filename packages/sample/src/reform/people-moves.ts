import type { PersonRow } from '../people/person-rows.ts';
import type { Eve } from './eve.ts';

/** A row of the sheet of moves; a post is stated whole where it changes. */
export type MoveRow = { id_number: string; full_name: string; to_unit: string } & Partial<Record<'kind' | 'post_code' | 'rank_code' | 'office' | 'office_rank' | 'leader', string>>;

const posting = ['kind', 'post_code', 'rank_code', 'office', 'office_rank', 'leader'] as const;

/** Units that end with the eve, and those that begin with the reform. */
export type Upheaval = { ended: ReadonlySet<string>; fresh: ReadonlySet<string> };

/** What is known of somebody on the eve, and where the reform takes him; `unknown`: he comes with it. */
export type PersonOnEve = { rows: PersonRow[]; move: MoveRow | null; unknown: boolean };

const moveOf = (before: PersonRow, after: PersonRow): MoveRow => {
  const same = posting.every((column) => before[column] === after[column]);
  return { id_number: after.id_number, full_name: after.full_name, to_unit: after.unit_code, ...(same ? {} : Object.fromEntries(posting.map((column) => [column, after[column]]))) };
};

/** Takes the reform out of the rows of one person. Whoever changes his post on the same day in units that stay keeps that as something known to come. */
export const onEve = (rows: readonly PersonRow[], eve: Eve, { ended, fresh }: Upheaval): PersonOnEve => {
  const after = rows.find((it) => it.concurrent === '' && it.valid_from === eve.first);
  const before = rows.find((it) => it.concurrent === '' && eve.endsThen(it));
  if (!after || !(fresh.has(after.unit_code) || (before && ended.has(before.unit_code)))) return { rows: [...rows], move: null, unknown: false };
  if (!before) return { rows: [], move: null, unknown: true };
  const kept = { ...before, valid_to: after.valid_to, language_text: after.language_text };
  return { rows: rows.filter((it) => it !== after).map((it) => (it === before ? kept : it)), move: moveOf(before, after), unknown: false };
};
