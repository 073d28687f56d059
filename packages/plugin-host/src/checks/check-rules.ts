import { coreFacts } from '@saubac/domain/people';
import { checkRule, definitionsById, type FactDefinitions, type Rule } from '@saubac/domain/rules';
import type { Plugin, PluginFailure, PluginTarget } from '@saubac/plugin-api';

import { locales, missingWords } from './words.ts';

/** Facts are named after the plugin, and are called something in both languages. */
export const checkFacts = ({ manifest, facts = {} }: Plugin): PluginFailure[] =>
  Object.values(facts).flatMap(({ definition }): PluginFailure[] => {
    const named: PluginFailure[] = definition.id.startsWith(`${manifest.id}.`) ? [] : [{ kind: 'fact-without-prefix', fact: definition.id }];
    const texts = [definition.label, ...(definition.codes ?? []).map((it) => it.label), ...Object.values(definition.phrase ?? {})];
    const wordless = locales.filter((locale) => texts.some((it) => !it[locale]?.trim()));
    return [...named, ...wordless.map((locale) => ({ kind: 'word-missing' as const, locale, key: definition.id }))];
  });

type RulePart = 'cohort' | 'reachedWhen' | 'focus';

const rulesOf = (target: PluginTarget): [RulePart, Rule][] => {
  const rules = { cohort: target.cohort, reachedWhen: target.reachedWhen, focus: 'focus' in target ? target.focus : undefined };
  return Object.entries(rules).filter((it): it is [RulePart, Rule] => it[1] !== undefined);
};

const checkTarget = (target: PluginTarget, definitions: FactDefinitions): PluginFailure[] =>
  rulesOf(target).flatMap(([part, rule]) => checkRule(rule, definitions).map((problem) => ({ kind: 'rule-invalid' as const, target: target.id, part, problem })));

/** Targets have ids and titles of their own, and count by facts of the core and the plugin. */
export const checkTargets = ({ manifest, facts = {}, targets = [] }: Plugin): PluginFailure[] => {
  const definitions = definitionsById([...coreFacts, ...Object.values(facts).map((it) => it.definition)]);
  const twice = targets.filter((it, index) => targets.findIndex((other) => other.id === it.id) !== index);
  return [
    ...missingWords(manifest, targets.map((it) => it.title)),
    ...twice.map((it) => ({ kind: 'target-id-taken' as const, target: it.id })),
    ...targets.flatMap((it) => checkTarget(it, definitions)),
  ];
};
