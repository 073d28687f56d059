import type { FactDefinition } from '@saubac/domain/rules';
import type { PluginFact, Registry } from '@saubac/plugin-api';
import { type SQL, sql } from 'drizzle-orm';

import { coreSources } from './core-sources.ts';
import { type FactSource, type FactSources, listOf } from './source.ts';

/** One value out of several of the same person: the highest. The casts refuse a relation that answers in another type. */
const highest = (definition: FactDefinition): SQL => {
  if (definition.type === 'flag') return sql`bool_or(r.value::boolean)`;
  if (definition.type === 'number') return sql`max(r.value::integer)`;
  const codes = sql`array[${listOf((definition.codes ?? []).map((it) => it.code))}]::text[]`;
  return sql`(${codes})[max(array_position(${codes}, r.value::text))]`;
};

/** Grouped by person here and not in the plugin, so that no relation can count anybody of the core twice. */
const sourceOf = ({ definition, relation }: PluginFact, key: string): FactSource => {
  const alias = sql.raw(key);
  const joined = {
    key,
    join: ({ on }: { on: Parameters<typeof relation>[0] }) =>
      sql`left join (select r.person_id, ${highest(definition)} as value from (${relation(on)}) r group by r.person_id) ${alias} on ${alias}.person_id = a.person_id`,
  };
  return { definition, relations: () => [joined], value: () => sql`${alias}.value` };
};

/**
 * How every fact a tenant may use is read: the core's, and those of its plugins. Each plugin's relation is joined once, and only where a
 * rule mentions its fact. A fact that is not here can't be counted.
 */
export const factSources = (registry: Pick<Registry, 'facts'>): FactSources => {
  // Numbered, because an id may be longer than a name in PostgreSQL, which would cut it without a word.
  const ofPlugins = [...registry.facts.values()].map((it, index) => [it.definition.id, sourceOf(it, `pf${index}`)] as const);
  return new Map([...coreSources, ...ofPlugins]);
};
