// Vietnamese as data: words of the choice columns of the roster template.
import { typed, type Day } from '../values/day.ts';
import type { Career, Stretch } from './career.ts';
import type { Person } from './person.ts';
import { ranksOf } from './posts.ts';
import { positionOf } from './staffing.ts';

/** A row of the sheet of people; a blank cell is an empty text. */
export type PersonRow = {
  id_number: string; full_name: string; birth_date: string; sex: string; ethnicity: string; unit_code: string; post_code: string; kind: string;
  rank_code: string; office: string; office_rank: string; leader: string; concurrent: string; valid_from: string; valid_to: string;
  planned_rank: string; training_list: string; language_text: string;
};

/** Flags of a person that the file does not know. */
export type Unknowns = { leader: boolean; officeRank: boolean };

const within = (held: { from: Day; to: Day | undefined } | undefined, day: Day): boolean =>
  held !== undefined && held.from <= day && (held.to === undefined || day < held.to);

const rankCode = (person: Person, career: Career, post: Parameters<typeof ranksOf>[0], day: Day): string => {
  const ranks = ranksOf(post);
  const step = career.rankedUpOn !== undefined && day < career.rankedUpOn ? person.rankStep - 1 : person.rankStep;
  return ranks[Math.min(step, ranks.length - 1)] ?? '';
};

const rowOn = (person: Person, career: Career, unknown: Unknowns, stretch: Stretch, day: Day): PersonRow => {
  const position = positionOf(stretch.unit.staff, stretch.rung, person.specialty, person.position.kind === 'Người lao động');
  const kind = career.civilServantUntil !== undefined && day < career.civilServantUntil && stretch.rung >= 3 ? 'Công chức' : position.kind;
  return {
    id_number: person.idNumber, full_name: person.fullName, birth_date: person.birthText, sex: person.sex, ethnicity: person.ethnicity,
    unit_code: stretch.unit.code, post_code: position.post, kind, rank_code: rankCode(person, career, position.post, day), office: position.office,
    office_rank: unknown.officeRank ? '?' : position.rank, leader: unknown.leader ? '?' : position.leader ? 'x' : '', concurrent: '',
    valid_from: '', valid_to: '',
    planned_rank: career.planned && within(career.planned, day) ? career.planned.rank : '', training_list: within(career.listed, day) ? 'x' : '', language_text: '',
  };
};

const sameFacts = (a: PersonRow, b: PersonRow): boolean =>
  a.unit_code === b.unit_code && a.post_code === b.post_code && a.kind === b.kind && a.rank_code === b.rank_code && a.office === b.office &&
  a.office_rank === b.office_rank && a.leader === b.leader && a.planned_rank === b.planned_rank && a.training_list === b.training_list;

const changeDays = (person: Person, career: Career): Day[] => {
  const { stretches, civilServantUntil, rankedUpOn, planned, listed } = career;
  const first = stretches[0]!.from;
  const days = stretches.map(({ from }) => from);
  for (const day of [civilServantUntil, rankedUpOn, planned?.from, planned?.to, listed?.from, listed?.to]) {
    if (day !== undefined && day > first && (person.leave === undefined || day < person.leave)) days.push(day);
  }
  return days.sort((a, b) => a - b);
};

const concurrentRow = (person: Person, concurrent: NonNullable<Career['concurrent']>): PersonRow => ({
  id_number: person.idNumber, full_name: person.fullName, birth_date: person.birthText, sex: person.sex, ethnicity: person.ethnicity,
  unit_code: concurrent.unit.code, post_code: concurrent.post, kind: person.position.kind, rank_code: '', office: '', office_rank: '', leader: '',
  concurrent: 'x', valid_from: typed(concurrent.from), valid_to: concurrent.to === undefined ? '' : typed(concurrent.to - 1),
  planned_rank: '', training_list: '', language_text: '',
});

/** The rows of a person: one per stretch of days on which nothing changed, oldest first, then the concurrent post. What the file says of languages stands in the last main row. */
export const rowsOfPerson = (person: Person, career: Career, unknown: Unknowns, languageText: string): PersonRow[] => {
  const rows: PersonRow[] = [];
  let stretch = 0;
  for (const day of changeDays(person, career)) {
    while (career.stretches[stretch + 1] && career.stretches[stretch + 1]!.from <= day) stretch += 1;
    const row = rowOn(person, career, unknown, career.stretches[stretch]!, day);
    const before = rows.at(-1);
    if (before && sameFacts(before, row)) continue;
    if (before) before.valid_to = typed(day - 1);
    row.valid_from = typed(day);
    rows.push(row);
  }
  const last = rows.at(-1)!;
  if (person.leave !== undefined) last.valid_to = typed(person.leave - 1);
  last.language_text = languageText;
  if (career.concurrent) rows.push(concurrentRow(person, career.concurrent));
  return rows;
};
