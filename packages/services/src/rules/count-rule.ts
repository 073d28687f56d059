import { planVersion, plansInForce } from '@saubac/db/plans';
import { factSources } from '@saubac/db/rules';
import { peopleQuery, type PersonBehind, progressQuery } from '@saubac/db/targets';
import { lookedUp } from '@saubac/db/units';
import { certificates, governmentLevels } from '@saubac/domain/plan';
import { decisive, explainRule, type Rule } from '@saubac/domain/rules';
import type { CountedTarget, Population } from '@saubac/domain/targets';
import { fail, type IsoDate, ok, type Result, share, type UnitScope } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { askFigures, type TookTooLong } from '../figures/index.ts';
import { factDefinitions, type PersonWithReason, type PlanQuestion, populationOf, type Question, type QuestionFailure, unitOfQuestion } from '../targets/index.ts';
import { type DraftFailure, getDraft } from '../plans/index.ts';
import { type GoodRule, readRule, type RuleHasProblems } from './check-rule.ts';

/**
 * A rule that need not stand in any plan, asked about people: on which date, in which unit. `planVersion`: among the people that version is
 * about (its subjects, none of its exclusions, on its territory); without one among everybody present. `milestone` is the day on which
 * an age "on the milestone" is taken; without one it is taken on the date. `among`: another rule that must hold besides, whose people are
 * those it is asked about. `draft`: the certificates and levels of government are those of a draft.
 */
export type RuleQuestion = Question & { rule: unknown; milestone?: IsoDate | undefined; among?: unknown; draft?: string | undefined };

/** How many people a rule holds for, of how many it was asked about, and of how many it can't be said, by the fact that is not known. */
export type RuleCount = { count: number; of: number; unknown: Record<string, number>; sentence: GoodRule['sentence'] };

export type RuleFailure = DraftFailure | RuleHasProblems | QuestionFailure | TookTooLong;

const everybody: Rule = { all: [] };
const nobody: Rule = { any: [] };

type Written = Pick<PlanQuestion['asked'], 'states' | 'governmentLevels'>;

type GoodQuestion = Omit<RuleQuestion, 'rule' | 'among' | 'draft'> & { among?: Rule; written?: Written };

type RuleAsked = { population: Population } & Pick<PlanQuestion, 'sources' | 'territory' | 'asked'>;

/** What counts where no plan says it: certificates that were verified. */
const usualStates = ['verified'];

const within = (among: Rule | undefined, { subjects, exclusions }: Population): Population => ({ subjects: among ? { all: [subjects, among] } : subjects, exclusions });

/** What a draft says of certificates and levels of government, as far as that can be read already. */
const writtenIn = async (ctx: Ctx, id: string): Promise<Result<Written, DraftFailure>> => {
  const draft = await getDraft(ctx, id);
  if (!draft.ok) return draft;
  const { certificates: counted, governmentLevels: levels } = draft.value.document as Record<string, unknown>;
  const states = certificates.shape.states.safeParse((counted as Record<string, unknown> | undefined)?.['states']);
  const rows = governmentLevels.safeParse(levels);
  return ok({ states: states.success ? states.data : usualStates, governmentLevels: rows.success ? rows.data.rows : [] });
};

/** The question with its rules read and its draft looked up. */
const readQuestion = async (ctx: Ctx, { rule: json, among: amongJson, draft, ...rest }: RuleQuestion): Promise<Result<GoodQuestion & GoodRule, DraftFailure | RuleHasProblems>> => {
  const read = await readRule(ctx, json);
  if (!read.ok) return read;
  const among = amongJson === undefined ? undefined : await readRule(ctx, amongJson);
  if (among && !among.ok) return among;
  const written = draft === undefined ? undefined : await writtenIn(ctx, draft);
  if (written && !written.ok) return written;
  return ok({ ...rest, ...read.value, ...(among ? { among: among.value.rule } : {}), ...(written ? { written: written.value } : {}) });
};

/** The states that count and the levels of government are the plan's matter: those of the version named, else of one in force; a tenant without a plan can still look at rules. */
const asked = async (ctx: Ctx, scope: UnitScope, { on, planVersion: number, among, written, ...rest }: GoodQuestion): Promise<Result<RuleAsked, QuestionFailure>> => {
  const unit = await unitOfQuestion(ctx, scope, { on, ...rest });
  if (!unit.ok) return unit;
  const named = number === undefined ? undefined : await planVersion(ctx.db, number);
  if (number !== undefined && !named) return fail({ kind: 'unknown-plan-version', number });
  const plan = (named ?? (await plansInForce(ctx.db, on))[0])?.document;
  return ok({
    population: within(among, named ? populationOf(named.document) : { subjects: everybody, exclusions: nobody }),
    sources: factSources(ctx.registry),
    territory: await lookedUp(ctx.db, { scope, planUnits: named?.units ?? [], unit: unit.value }, on),
    asked: { on, ...(written ?? { states: plan?.certificates.states ?? usualStates, governmentLevels: plan?.governmentLevels?.rows ?? [] }) },
  });
};

/** A rule as a target of which only the cohort is looked at. */
const asTarget = (rule: Rule, on: IsoDate, milestone: IsoDate | undefined): CountedTarget => ({ id: 'rule', milestone: milestone ?? on, goal: share(10_000), cohort: rule, reachedWhen: everybody, focus: null, extra: null });

/** How many people a rule holds for, within the caller's units. */
export const countRule = async (ctx: Ctx, input: RuleQuestion): Promise<Result<RuleCount, RuleFailure>> => {
  const scope = permit(ctx, 'progress.read');
  if (!scope.ok) return scope;
  const read = await readQuestion(ctx, input);
  if (!read.ok) return read;
  const { rule, sentence } = read.value;
  return askFigures<RuleCount, QuestionFailure>(ctx, { question: ['count-rule', scope.value, read.value] }, async (ctx) => {
    const found = await asked(ctx, scope.value, read.value);
    if (!found.ok) return found;
    const { population, sources, territory, asked: when } = found.value;
    const targets = [rule, everybody].map((it) => asTarget(it, input.on, input.milestone));
    const query = progressQuery(population, targets, sources, territory, when);
    const [held, all] = query.read((await ctx.db.execute(query.statement))[0] ?? {});
    const unknown = Object.fromEntries(Object.entries(held?.unknown ?? {}).filter(([, people]) => people > 0));
    return ok({ count: held?.denominator ?? 0, of: all?.denominator ?? 0, unknown, sentence });
  });
};

/** Some of the people a rule holds for, and why it does. */
export type RuleSample = { people: Omit<PersonWithReason, 'reached'>[]; sentence: GoodRule['sentence'] };

/** The most people a sample shows. */
export const largestSample = 10;

/** The first people in name order for whom a rule holds, within the caller's units, with the conditions that made it hold. */
export const sampleRule = async (ctx: Ctx, input: RuleQuestion & { limit?: number }): Promise<Result<RuleSample, RuleFailure>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const read = await readQuestion(ctx, input);
  if (!read.ok) return read;
  const { rule, sentence } = read.value;
  const definitions = factDefinitions(ctx.registry);
  const withReason = ({ facts, ...person }: PersonBehind) => ({ ...person, reason: decisive(explainRule(rule, definitions, facts), false) });
  return askFigures<RuleSample, QuestionFailure>(ctx, { question: ['sample-rule', scope.value, read.value], keep: false }, async (ctx) => {
    const found = await asked(ctx, scope.value, read.value);
    if (!found.ok) return found;
    const { population, sources, territory, asked: when } = found.value;
    // Everybody in the cohort has "reached" a target that asks the rule once more, so that its facts are read with him.
    const target = { ...asTarget(rule, input.on, input.milestone), reachedWhen: rule };
    const limit = Math.min(input.limit ?? largestSample, largestSample);
    const query = peopleQuery(population, target, 'cohort', sources, territory, when, { after: null, limit, extraMeasurable: false });
    const rows = (await ctx.db.execute(query.statement)).map((it) => withReason(query.read(it)));
    return ok({ people: rows, sentence });
  });
};
