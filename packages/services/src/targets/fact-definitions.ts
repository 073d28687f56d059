import { factSources } from '@saubac/db/rules';
import { definitionsById, type FactDefinitions } from '@saubac/domain/rules';
import type { Registry } from '@saubac/plugin-api';

/** The facts that a tenant's rules may use, the core's and those of its plugins: what rules are checked against and read aloud with. */
export const factDefinitions = (registry: Pick<Registry, 'facts'>): FactDefinitions =>
  definitionsById([...factSources(registry).values()].map((it) => it.definition));
