import type { Forbidden } from '@saubac/domain/access';
import { parseRule, type PlanProblem } from '@saubac/domain/plan';
import { type Rule, sentenceOf } from '@saubac/domain/rules';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { factDefinitions } from '../targets/index.ts';
import { namesForRules } from './facts.ts';

export type RuleHasProblems = { kind: 'rule-has-problems'; problems: PlanProblem[]; count: number };

/** A rule as it was looked at: everything wrong with it, or how it reads in both languages. */
export type CheckedRule = { problems: PlanProblem[]; sentence: { vi: string; en: string } | null };

/** A rule that can be counted, and how it reads. */
export type GoodRule = { rule: Rule; sentence: { vi: string; en: string } };

/** Reads a rule from JSON against what this tenant has; refused with everything that is wrong with it. */
export const readRule = async (ctx: Ctx, json: unknown): Promise<Result<GoodRule, RuleHasProblems>> => {
  const definitions = factDefinitions(ctx.registry);
  const { languageNames, ...known } = await namesForRules(ctx);
  const read = parseRule(json, definitions, known);
  if (!read.ok) return fail({ kind: 'rule-has-problems', problems: read.failure, count: read.failure.length });
  const aloud = (locale: 'vi' | 'en'): string => sentenceOf(read.value, definitions, locale, languageNames);
  return ok({ rule: read.value, sentence: { vi: aloud('vi'), en: aloud('en') } });
};

/** Checks a rule that need not stand in any plan, and reads it aloud. */
export const checkRule = async (ctx: Ctx, json: unknown): Promise<Result<CheckedRule, Forbidden>> => {
  const scope = permit(ctx, 'plan.read');
  if (!scope.ok) return scope;
  const read = await readRule(ctx, json);
  return ok(read.ok ? { problems: [], sentence: read.value.sentence } : { problems: read.failure.problems, sentence: null });
};
