// Vietnamese as data: the decision of the reform, cells of a workbook.
import { isoDate } from '@saubac/domain/values';
import type { PersonRow } from '../people/person-rows.ts';
import { sampleRoster, type SampleRequest, type SampleRoster } from '../sample-roster.ts';
import type { UnitRow } from '../units/unit-rows.ts';
import { type Eve, eveOf } from './eve.ts';
import { type MoveRow, onEve, type PersonOnEve, type Upheaval } from './people-moves.ts';
import { type OperationRow, operationsOf } from './unit-operations.ts';

/** A reform as a file states it. */
export type SampleChange = { decision: { title: string; on: string; decision_number: string; decision_date: string; why: string }[]; operations: OperationRow[]; moves: MoveRow[] };

/** The same tenant twice: as it was on the eve of the reform with the reform to be done, and as it was on the day of it. */
export type SampleReform = { eve: SampleRoster; change: SampleChange; after: SampleRoster };

const unitOnEve = (it: UnitRow, eve: Eve): UnitRow => (eve.endsThen(it) ? { ...it, valid_to: '', succeeded_by: '', succession_kind: '' } : it);

function* byPerson(rows: Iterable<PersonRow>): Generator<PersonRow[]> {
  let person: PersonRow[] = [];
  for (const row of rows) {
    if (person.length > 0 && person[0]!.id_number !== row.id_number) {
      yield person;
      person = [];
    }
    person.push(row);
  }
  if (person.length > 0) yield person;
}

const upheavalOf = (rows: readonly UnitRow[], eve: Eve): Upheaval => {
  const [known, going] = [new Set(rows.filter(eve.isKnown).map(({ code }) => code)), new Set(rows.filter((it) => !eve.endsThen(it)).map(({ code }) => code))];
  return {
    ended: new Set(rows.filter((it) => eve.endsThen(it) && !rows.some((other) => other.code === it.code && !eve.isKnown(other))).map(({ code }) => code)),
    fresh: new Set([...going].filter((code) => !known.has(code))),
  };
};

/**
 * The sample roster parted at its reform: what was known on the eve, and the reform as a batch of operations and moves that makes the one of
 * the other. Whoever comes on the very day into a unit that is new stands in `after` only.
 */
export const sampleReform = (request: Omit<SampleRequest, 'effective'>): SampleReform => {
  const { reform } = request.profile;
  const after = sampleRoster({ ...request, effective: isoDate(reform) });
  const eve = eveOf(reform);
  const units = [...after.units];
  const upheaval = upheavalOf(units, eve);
  function* people(): Generator<PersonOnEve & { id: string }> {
    for (const rows of byPerson(after.people)) yield { id: rows[0]!.id_number, ...onEve(rows, eve, upheaval) };
  }
  const moves: MoveRow[] = [];
  const unknown = new Set<string>();
  for (const it of people()) {
    if (it.move) moves.push(it.move);
    if (it.unknown) unknown.add(it.id);
  }
  return {
    after,
    change: {
      decision: [{ title: 'Sắp xếp đơn vị hành chính, bỏ cấp huyện', on: eve.first, decision_number: '202/2025/QH15', decision_date: '12/06/2025', why: 'Ghi lại đợt sắp xếp đã thực hiện' }],
      operations: operationsOf(units, eve), moves,
    },
    eve: {
      posts: after.posts,
      units: { *[Symbol.iterator]() { for (const it of units) if (eve.isKnown(it)) yield unitOnEve(it, eve); } },
      people: { *[Symbol.iterator]() { for (const it of people()) yield* it.rows; } },
      certificates: { *[Symbol.iterator]() { for (const it of after.certificates) if (!unknown.has(it.id_number)) yield it; } },
    },
  };
};
