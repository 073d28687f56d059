import { findPerson, type HeldPost, type PersonIdentity, postsOf } from '@saubac/db/people';
import { factColumns, personFactsQuery } from '@saubac/db/targets';
import { definitionsById, type Explanation, explainRule, type Rule } from '@saubac/domain/rules';
import { denominatorRule } from '@saubac/domain/targets';
import { fail, type LocalText, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { populationOf } from './counted.ts';
import { findTarget, type TargetFailure, type TargetQuestion } from './find-target.ts';
import type { Question } from './question.ts';

/** A rule of the plan, how it came out for the person, and its clause. */
export type ExplainedElement = { id: string; title: LocalText; cite: { document: string; clause: string; quote: string }; explanation: Explanation };

/** Why a person counts or does not count for a target on a date. `rules` is null for somebody who is not present on the date in the plan's territory. */
export type TargetExplanation = {
  person: PersonIdentity;
  plan: string;
  planVersion: number;
  target: string;
  counts: boolean;
  reached: boolean;
  posts: HeldPost[];
  rules: null | {
    unitName: string;
    subjects: ExplainedElement[];
    exclusions: ExplainedElement[];
    cohort: Explanation;
    reachedWhen: Explanation;
    extra: Explanation | null;
    focus: Explanation | null;
  };
};

export type ExplainFailure = TargetFailure | { kind: 'unknown-person' };

const rulesOf = ({ version, target }: TargetQuestion): Rule[] => [
  denominatorRule(populationOf(version.document), target),
  target.reachedWhen,
  ...[target.extra, target.focus].filter((it) => it !== null),
];

const explainWith = async (ctx: Ctx, question: TargetQuestion, person: PersonIdentity): Promise<Omit<TargetExplanation, 'person' | 'plan' | 'planVersion' | 'target' | 'posts'>> => {
  const { version, target, sources, territory, asked, extraMeasurable } = question;
  const rules = rulesOf(question);
  const [row] = await ctx.db.execute(personFactsQuery(person.id, rules, sources, territory, asked, target.milestone));
  if (!row) return { counts: false, reached: false, rules: null };
  const definitions = definitionsById([...sources.values()].map((it) => it.definition));
  const read = factColumns(rules, sources, asked, target.milestone).reader(row);
  const why = (rule: Rule): Explanation => explainRule(rule, definitions, read);
  const element = (it: (typeof version.document.subjects)[number]): ExplainedElement => ({ id: it.id, title: it.title, cite: it.cite, explanation: why(it.rule) });
  const counts = why(denominatorRule(populationOf(version.document), target)).holds;
  const reachedWhen = why(target.reachedWhen);
  const extra = target.extra ? why(target.extra) : null;
  return {
    counts,
    reached: counts && reachedWhen.holds && (!extra || !extraMeasurable || extra.holds),
    rules: {
      unitName: String(row['unit_name']),
      subjects: version.document.subjects.map(element),
      exclusions: version.document.exclusions.map(element),
      cohort: why(target.cohort),
      reachedWhen,
      extra,
      focus: target.focus ? why(target.focus) : null,
    },
  };
};

/** Explains one person (by personal identification number or id) for one target on a date: every rule with the values that decided it. */
export const explain = async (ctx: Ctx, question: Question & { person: string; target: string }): Promise<Result<TargetExplanation, ExplainFailure>> => {
  const found = await findTarget(ctx, question, question.target);
  if (!found.ok) return found;
  const person = await findPerson(ctx.db, ctx.scope, question.person, question.on);
  if (!person) return fail({ kind: 'unknown-person' });
  const explained = await explainWith(ctx, found.value, person);
  const { version } = found.value;
  return ok({ person, plan: version.plan, planVersion: version.number, target: question.target, posts: await postsOf(ctx.db, person.id), ...explained });
};
