import type { CertificateState } from '@saubac/domain/levels';
import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { covers, levelsOn, listOf, whole } from '../rules/index.ts';
import { escapedLike } from '../units/index.ts';
import { hasNumber } from './second-numbers.ts';

/** Which of the people present on a date. What is absent is not asked. */
export type PeopleFilter = {
  /** Words of which each begins a word of the name, folded as `nameSearch` folds. */
  words?: readonly string[] | undefined;
  idNumber?: string | undefined;
  sex?: 'female' | 'male' | undefined;
  kinds?: readonly string[] | undefined;
  ranks?: readonly string[] | undefined;
  /** Positions of ranks of office. */
  officeRanks?: readonly number[] | undefined;
  leader?: boolean | undefined;
  /** Holders of a certificate in one of these states. */
  certificateStates?: readonly CertificateState[] | undefined;
  /** Holders, on the date, of a level by certificates in the states that count. */
  level?: { atLeast: number; language?: string | undefined; states: readonly CertificateState[] } | undefined;
};

const likePattern = (word: string): string => `% ${escapedLike(word)}%`;

/** Whether each of the words, folded as `nameSearch` folds, begins a word of the name of the person `p`. */
export const nameTests = (words: readonly string[]): SQL[] => words.map((word) => sql`(' ' || p.name_search) like ${likePattern(word)}`);

const levelTest = ({ atLeast, language, states }: NonNullable<PeopleFilter['level']>, on: IsoDate): SQL => {
  const ofLanguage = language === undefined ? sql`` : sql` and x.language_code = ${language}`;
  return sql`exists (select 1 from ${levelsOn({ on, states, governmentLevels: [] })} and x.person_id = p.id and x.level >= ${whole(atLeast)}${ofLanguage})`;
};

const and = (tests: SQL[]): SQL | undefined => (tests.length === 0 ? undefined : sql.join(tests, sql` and `));

/** What the filter asks of the person `p` himself; undefined if nothing. */
export const personTest = (filter: PeopleFilter, on: IsoDate): SQL | undefined => {
  const tests = nameTests(filter.words ?? []);
  if (filter.idNumber !== undefined) tests.push(hasNumber(filter.idNumber));
  if (filter.sex) tests.push(sql`p.sex = ${filter.sex}`);
  if (filter.certificateStates) tests.push(sql`exists (select 1 from certificates c where c.person_id = p.id and c.state in (${listOf(filter.certificateStates)}))`);
  if (filter.level) tests.push(levelTest(filter.level, on));
  return and(tests);
};

/** What the filter asks of the main post `a` besides its date, and the units that it may be in; undefined if nothing. */
export const postTest = ({ kinds, ranks, officeRanks, leader }: PeopleFilter, units: readonly (SQL | undefined)[]): SQL | undefined => {
  const tests = units.flatMap((ids) => (ids ? [sql`a.unit_id = any(${ids})`] : []));
  if (kinds) tests.push(sql`a.kind in (${listOf(kinds)})`);
  if (ranks) tests.push(sql`a.rank_code in (${listOf(ranks)})`);
  if (officeRanks) tests.push(sql`a.office_rank in (${sql.join([...officeRanks].map(whole), sql`, `)})`);
  if (leader !== undefined) tests.push(leader ? sql`a.leader` : sql`a.leader = false`);
  return and(tests);
};

/** Who is present on a date: he has a main post then. */
export const presentOn = (on: IsoDate): SQL => sql`a.main and ${covers('a', on)}`;
