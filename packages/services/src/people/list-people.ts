import { type ListedPerson, listPeople as peopleOfDate, type NamePlace, type PeopleFilter } from '@saubac/db/people';
import type { Forbidden } from '@saubac/domain/access';
import type { CertificateState } from '@saubac/domain/levels';
import { isIdNumber, type OfficeRankCode, officeRankPositions, searchedWords } from '@saubac/domain/people';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { idNumbersOf } from './id-numbers.ts';

export type PeopleAsked = {
  /** The people present on this day; today unless it is given. */
  on?: IsoDate | undefined;
  /** Stable code of a unit: only people of it and of all below. */
  unit?: string | undefined;
  /** Beginnings of the words of a name in any order, accents or none; or a whole personal identification number. */
  text?: string | undefined;
  sex?: 'female' | 'male' | undefined;
  kinds?: readonly string[] | undefined;
  ranks?: readonly string[] | undefined;
  officeRanks?: readonly OfficeRankCode[] | undefined;
  leader?: boolean | undefined;
  /** Holders of a certificate in one of these states. */
  certificateStates?: readonly CertificateState[] | undefined;
  /** Holders of at least this level on the day, by certificates in these states (verified unless others are named). */
  level?: { atLeast: number; language?: string | undefined; states?: readonly CertificateState[] | undefined } | undefined;
  after?: NamePlace | null | undefined;
  /** By name unless by units: as they stand in the tree, in each of them by name. */
  order?: 'name' | 'unit' | undefined;
  /** The page begins so many rows after that place. */
  skip?: number | undefined;
  limit?: number | undefined;
  /** Whether all are counted, too. */
  total?: boolean | undefined;
};

/** A page in the order asked for; `next` is where the following one begins, null on the last. `total` is null unless it was asked for. */
export type PeoplePage = { people: ListedPerson[]; next: NamePlace | null; total: number | null };

export type ListPeopleFailure = Forbidden | { kind: 'unknown-unit'; unit: string; on: IsoDate };

const verified: readonly CertificateState[] = ['verified'];
const nobody = (total: boolean | undefined): PeoplePage => ({ people: [], next: null, total: total ? 0 : null });

/** What the text looks for: undefined if it can match nobody. */
const searched = (text: string | undefined, mayReadNumbers: boolean): Pick<PeopleFilter, 'words' | 'idNumber'> | undefined => {
  if (text === undefined || text.trim() === '') return {};
  const digits = text.replaceAll(/[ .]/g, '');
  if (isIdNumber(digits)) return mayReadNumbers ? { idNumber: digits } : undefined;
  const words = searchedWords(text);
  return words.length === 0 ? undefined : { words };
};

const filterOf = ({ sex, kinds, ranks, officeRanks, leader, certificateStates, level }: PeopleAsked): PeopleFilter => ({
  sex, kinds, ranks, leader, certificateStates,
  officeRanks: officeRanks?.map((it) => officeRankPositions[it]),
  level: level && { ...level, states: level.states ?? verified },
});

/**
 * The people of the caller's scope who hold their main post on a day, a page in Vietnamese name order or by units. A number is looked for, and shown
 * whole, only among those whose numbers the caller may read.
 */
export const listPeople = async (ctx: Ctx, asked: PeopleAsked): Promise<Result<PeoplePage, ListPeopleFailure>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const certificates = permit(ctx, 'certificate.read');
  if (!certificates.ok && (asked.level || asked.certificateStates)) return certificates;
  const { on = ctx.today, unit, limit = 50, total = false, after = null, order = 'name', skip = 0 } = asked;
  const idNumbers = idNumbersOf(ctx);
  const search = searched(asked.text, idNumbers !== null);
  if (!search) return ok(nobody(total));
  const filter = { ...filterOf(asked), ...search };
  const found = await peopleOfDate(ctx.db, scope.value, { on, unit, filter, after, order, skip, limit: limit + 1, total, idNumbers, states: verified });
  if (!found.unitKnown) return fail({ kind: 'unknown-unit', unit: unit ?? '', on });
  const people = found.people.slice(0, limit);
  const last = people.at(-1);
  return ok({ people, next: found.people.length > limit && last ? { nameSort: last.nameSort, id: last.id, ...(order === 'unit' ? { path: last.path } : {}) } : null, total: found.total });
};
