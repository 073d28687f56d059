import { checkRule, conditionsOf, type FactDefinitions, nearest, rule, type Rule } from '../rules/index.ts';
import { fail, ok, type Result } from '../values/index.ts';
import { unknownAmong, type PlanReference } from './check-references.ts';
import { jsonFault } from './json-fault.ts';
import { type PlanProblem, problem } from './problem.ts';
import { ruleFormProblems } from './rule-form.ts';
import { tooLarge } from './rule-size.ts';

/** A rule by itself is checked at places of its own: `all[0].fact`; the whole rule is `$`. */
const ownPlace = (it: PlanProblem): PlanProblem => ({ ...it, path: it.path === '' ? '$' : it.path.replace(/^\./, '') });

const unknownNames = (it: Rule, { units, languages }: PlanReference): PlanProblem[] => {
  const named = conditionsOf(it);
  const inUnits = named.flatMap((condition) => ('within' in condition ? condition.within.map((value) => ({ path: [], value })) : []));
  const ofLanguages = named.flatMap((condition) => (Array.isArray(condition.languages) ? condition.languages : []));
  return [
    ...(units === undefined ? [] : unknownAmong(inUnits, units)),
    ...(languages === undefined ? [] : ofLanguages.filter((code) => !languages.includes(code)).map((code) => problem([], { kind: 'unknown-language', language: code, suggestions: nearest(code, languages) }))),
  ];
};

/** Reads a rule that stands by itself from JSON and checks it against the facts there are, and what else is known: everything wrong at once. */
export const parseRule = (json: unknown, definitions: FactDefinitions, reference: PlanReference = {}): Result<Rule, PlanProblem[]> => {
  const fault = jsonFault(json);
  if (fault) return fail([fault]);
  const ofForm = ruleFormProblems(json, []);
  if (ofForm.length > 0) return fail(ofForm.map(ownPlace));
  const parsed = rule.safeParse(json);
  // Whatever the form lets through that the schema does not, is still no rule.
  if (!parsed.success) return fail([problem([], { kind: 'not-accepted', reason: parsed.error.issues[0]?.message ?? '' })]);
  const large = tooLarge(parsed.data, []);
  if (large.length > 0) return fail(large);
  const problems = [...checkRule(parsed.data, definitions), ...unknownNames(parsed.data, reference)].map(ownPlace);
  return problems.length > 0 ? fail(problems) : ok(parsed.data);
};
