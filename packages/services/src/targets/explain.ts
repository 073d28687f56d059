import { findPerson, type HeldPost, type PersonIdentity, postsOf } from '@saubac/db/people';
import { factColumns, personFactsQuery } from '@saubac/db/targets';
import type { Forbidden } from '@saubac/domain/access';
import type { Cite, PlanFile } from '@saubac/domain/plan';
import { conditionsOf, type Explanation, explainRule, type Rule } from '@saubac/domain/rules';
import { denominatorRule } from '@saubac/domain/targets';
import { fail, type IsoDate, type LocalText, ok, type Result, type UnitScope } from '@saubac/domain/values';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { type ExplainedLevel, levelOfFound } from '../levels/index.ts';
import { populationOf } from './counted.ts';
import { factDefinitions } from './fact-definitions.ts';
import { findTarget, type TargetFailure, type TargetQuestion } from './find-target.ts';
import type { Question } from './question.ts';

/** A rule of the plan, how it came out for the person, and its clause. */
export type ExplainedElement = { id: string; title: LocalText; cite: Cite; explanation: Explanation };

/** Why a person counts or does not count for a target on a date. `rules` is null for somebody who is not present on the date in the plan's territory. */
export type TargetExplanation = {
  person: PersonIdentity;
  plan: string;
  planVersion: number;
  target: string;
  title: LocalText;
  /** The clause of the target itself, of which its cohort and its level are parts. */
  cite: Cite;
  /** What the documents that are cited are called: number, else title. */
  documents: Record<string, string>;
  counts: boolean;
  reached: boolean;
  /** The second condition is not asked for yet, because the tenant has named no proof of it. */
  extraMeasurable: boolean;
  posts: HeldPost[];
  /** The level in the languages of the target, with the fate of every certificate. */
  level: Pick<ExplainedLevel, 'answer' | 'certificates' | 'names'>;
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

export type ExplainFailure = Forbidden | TargetFailure | { kind: 'unknown-person'; on: IsoDate };

const rulesOf = ({ version, target }: TargetQuestion): Rule[] => [
  denominatorRule(populationOf(version.document), target),
  target.reachedWhen,
  ...[target.extra, target.focus].filter((it) => it !== null),
];

/** How the rules of one target came out for a person. */
export const explainWith = async (ctx: Ctx, question: TargetQuestion, person: PersonIdentity): Promise<Pick<TargetExplanation, 'counts' | 'reached' | 'rules'>> => {
  const { version, target, sources, territory, asked, extraMeasurable } = question;
  const rules = rulesOf(question);
  const [row] = await ctx.db.execute(personFactsQuery(person.id, rules, sources, territory, asked, target.milestone));
  if (!row) return { counts: false, reached: false, rules: null };
  const definitions = factDefinitions(ctx.registry);
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

/** The level of a person in the languages of a target, by the states that its plan counts. */
export const levelOfTarget = async (ctx: Ctx, scope: UnitScope, { version, target, asked }: TargetQuestion, person: PersonIdentity): Promise<TargetExplanation['level']> => {
  const languages = conditionsOf(target.reachedWhen).flatMap((it) => (it.fact === 'level' && Array.isArray(it.languages) ? it.languages : []));
  const { answer, certificates, names } = await levelOfFound(ctx, scope, person, {
    on: asked.on,
    language: languages.length > 0 ? languages : 'any',
    statesThatCount: version.document.certificates.states,
  });
  return { answer, certificates, names };
};

const documentNames = (plan: PlanFile): Record<string, string> => Object.fromEntries(plan.documents.map((it) => [it.id, it.number ?? it.title.vi]));

/** Explains one person (by personal identification number or id) for one target on a date: every rule with the values that decided it, and the level. */
export const explain = async (ctx: Ctx, question: Question & { person: string; target: string }): Promise<Result<TargetExplanation, ExplainFailure>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const found = await findTarget(ctx, scope.value, question, question.target);
  if (!found.ok) return found;
  const person = await findPerson(ctx.db, scope.value, question.person, question.on);
  if (!person) return fail({ kind: 'unknown-person', on: question.on });
  noteRead(ctx, person.id, 'explanation');
  const { version, element, extraMeasurable } = found.value;
  return ok({
    person,
    plan: version.plan,
    planVersion: version.number,
    target: element.id,
    title: element.title,
    cite: element.cite,
    documents: documentNames(version.document),
    extraMeasurable,
    ...(await explainWith(ctx, found.value, person)),
    posts: await postsOf(ctx.db, person.id),
    level: await levelOfTarget(ctx, scope.value, found.value, person),
  });
};
