import { readMigrations } from '@saubac/db/migrations';
import { coreFacts } from '@saubac/domain/people';
import { checkRule, definitionsById, type FactDefinitions, type Rule } from '@saubac/domain/rules';
import { apiVersion, type Plugin, type PluginFailure, type PluginTarget, tablePrefix } from '@saubac/plugin-api';
import { getTableName } from 'drizzle-orm';
import { fileURLToPath } from 'node:url';

import { createdTable, isAllowed } from './check-statement.ts';

const locales = ['vi', 'en'] as const;

const checkWords = ({ manifest, targets = [] }: Plugin): PluginFailure[] => {
  const keys = [...locales.flatMap((it) => Object.keys(manifest.words[it])), ...targets.map((it) => it.title)];
  return locales.flatMap((locale) =>
    [...new Set(keys)].filter((key) => !manifest.words[locale][key]?.trim()).map((key) => ({ kind: 'word-missing' as const, locale, key })),
  );
};

const checkFacts = ({ manifest, facts = {} }: Plugin): PluginFailure[] =>
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

const checkTargets = ({ facts = {}, targets = [] }: Plugin): PluginFailure[] => {
  const definitions = definitionsById([...coreFacts, ...Object.values(facts).map((it) => it.definition)]);
  const twice = targets.filter((it, index) => targets.findIndex((other) => other.id === it.id) !== index);
  return [...twice.map((it) => ({ kind: 'target-id-taken' as const, target: it.id })), ...targets.flatMap((it) => checkTarget(it, definitions))];
};

const checkMigrations = ({ manifest, migrations, tables = {} }: Plugin): PluginFailure[] => {
  const prefix = tablePrefix(manifest.id);
  const names = Object.values(tables).map((it) => getTableName(it));
  const unnamed = names.filter((it) => !it.startsWith(prefix)).map((table) => ({ kind: 'table-without-prefix' as const, table, prefix }));
  try {
    const files = migrations ? readMigrations({ name: `plugin:${manifest.id}`, directory: fileURLToPath(migrations) }) : [];
    const statements = files.flatMap((file) => file.statements.map((statement) => ({ file: file.version, statement })));
    const created = new Set(statements.map((it) => createdTable(it.statement)));
    return [
      ...unnamed,
      ...statements.filter((it) => !isAllowed(it.statement, prefix)).map((it) => ({ kind: 'statement-not-allowed' as const, ...it })),
      ...names.filter((it) => !created.has(it)).map((table) => ({ kind: 'table-without-migration' as const, table })),
    ];
  } catch (error) {
    return [...unnamed, { kind: 'migrations-unreadable', message: String(error) }];
  }
};

/**
 * Everything that keeps a plugin from being used; empty if nothing does. The compiler sees most of it first, but a plugin is loaded
 * without one: its words, ids, prefixes, rules and migrations are checked again as they are.
 */
export const checkPlugin = (plugin: Plugin): PluginFailure[] => {
  const { manifest } = plugin;
  if (manifest.apiVersion !== apiVersion) return [{ kind: 'wrong-api-version', found: manifest.apiVersion, supported: apiVersion }];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(manifest.id)) return [{ kind: 'invalid-id', id: manifest.id }];
  return [...checkWords(plugin), ...checkFacts(plugin), ...checkTargets(plugin), ...checkMigrations(plugin)];
};
