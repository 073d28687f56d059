import { checkRule, definitionsById, type FactDefinition, nearest } from '../rules/index.ts';
import { dayProblems } from './check-days.ts';
import { duplicateIds, type PlanReference, unknownBodies, unknownDeadlines, unknownDocuments, unknownLanguages, unknownNationalRows, unknownUnits } from './check-references.ts';
import type { PlanFile } from './plan-file.ts';
import { pathText, type PlanProblem, problem } from './problem.ts';
import { tooLargeRules } from './rule-size.ts';
import { rulesIn } from './walk.ts';

const ruleProblems = (file: PlanFile, facts: readonly FactDefinition[]): PlanProblem[] => {
  const definitions = definitionsById(facts);
  return rulesIn(file).flatMap(({ path, value }) => checkRule(value, definitions, pathText(path)));
};

const kindProblems = (file: PlanFile, facts: readonly FactDefinition[]): PlanProblem[] => {
  const allowed = facts.find((it) => it.id === 'kind')?.codes?.map((it) => it.code) ?? [];
  return file.definitions.flatMap((it, index) =>
    (it.kinds ?? []).flatMap((found, at) =>
      allowed.includes(found) ? [] : [problem(['definitions', index, 'kinds', at], { kind: 'unknown-kind', found, allowed, suggestions: nearest(found, allowed) })],
    ),
  );
};

/**
 * Everything in a plan file that can't be meant, each at its place: facts and codes that do not exist, missing parameters, ids used
 * twice, documents and bodies cited but not listed, days outside the plan. `facts` are the core's and those of the tenant's plugins.
 */
export const checkPlan = (file: PlanFile, facts: readonly FactDefinition[], reference: PlanReference = {}): PlanProblem[] => [
  ...tooLargeRules(file),
  ...ruleProblems(file, facts),
  ...kindProblems(file, facts),
  ...duplicateIds(file),
  ...unknownDocuments(file),
  ...unknownBodies(file),
  ...unknownDeadlines(file),
  ...unknownNationalRows(file, reference.nationalTargets),
  ...unknownUnits(file, reference.units),
  ...unknownLanguages(file, reference.languages),
  ...dayProblems(file),
];
