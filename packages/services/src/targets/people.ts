import { type PeopleCursor, type PersonBehind, peopleQuery, reachedRule, type TargetGroup } from '@saubac/db/targets';
import type { Forbidden } from '@saubac/domain/access';
import { searchedWords } from '@saubac/domain/people';
import { decisive, type Explanation, explainRule, type FactDefinitions } from '@saubac/domain/rules';
import { denominatorRule } from '@saubac/domain/targets';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { askFigures, type TookTooLong } from '../figures/index.ts';
import { populationOf } from './counted.ts';
import { factDefinitions } from './fact-definitions.ts';
import { findTarget, type TargetFailure, type TargetQuestion } from './find-target.ts';
import type { Question } from './question.ts';

/** Somebody behind a figure, and why he has or has not reached the target, or does not count for it: the conditions that decided it, with their values. */
export type PersonWithReason = Omit<PersonBehind, 'facts'> & { reached: boolean; reason: Extract<Explanation, { form: 'condition' }>[] };

/** A page of people; `next` is where the following page begins, null on the last one. */
export type PeoplePage = { people: PersonWithReason[]; next: PeopleCursor | null };

const whyOut = ({ facts, ...person }: PersonBehind, { version, target }: TargetQuestion, definitions: FactDefinitions): PersonWithReason => ({
  ...person,
  reached: false,
  reason: decisive(explainRule(denominatorRule(populationOf(version.document), target), definitions, facts), true),
});

const withReason = ({ facts, ...person }: PersonBehind, question: TargetQuestion, definitions: FactDefinitions): PersonWithReason => {
  const explained = explainRule(reachedRule(question.target, question.extraMeasurable), definitions, facts);
  return { ...person, reached: explained.holds, reason: decisive(explained, !explained.holds) };
};

/** What is asked of the people behind a figure: of which target, which of them, whose names (beginnings of words, without accents), and which page. */
export type PeopleQuestion = Question & { target: string; group: TargetGroup; search?: string | undefined; after?: PeopleCursor | null; limit?: number };

const pageOf = async (ctx: Ctx, found: TargetQuestion, { group, search = '', after = null, limit = 50 }: PeopleQuestion): Promise<PeoplePage> => {
  const names = searchedWords(search);
  // Signs alone are in no name.
  if (search.trim() !== '' && names.length === 0) return { people: [], next: null };
  const { version, target, sources, territory, asked, extraMeasurable } = found;
  const query = peopleQuery(populationOf(version.document), target, group, sources, territory, asked, { after, limit: limit + 1, extraMeasurable, words: names });
  const rows = [...(await ctx.db.execute(query.statement))].map((it) => query.read(it));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const definitions = factDefinitions(ctx.registry);
  const next = rows.length > limit && last ? { nameSort: last.nameSort, id: last.id } : null;
  return { people: shown.map((it) => (group === 'out' ? whyOut : withReason)(it, found, definitions)), next };
};

/** The people behind a figure of a target, in Vietnamese name order, with the reason, a page at a time. */
export const people = async (ctx: Ctx, question: PeopleQuestion): Promise<Result<PeoplePage, TargetFailure | Forbidden | TookTooLong>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  return askFigures<PeoplePage, TargetFailure>(ctx, { question: ['people', scope.value, question], keep: false }, async (ctx) => {
    const found = await findTarget(ctx, scope.value, question, question.target);
    return found.ok ? ok(await pageOf(ctx, found.value, question)) : found;
  });
};
