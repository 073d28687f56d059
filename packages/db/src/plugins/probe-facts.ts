import type { FactDefinition } from '@saubac/domain/rules';
import type { IsoDate } from '@saubac/domain/values';
import type { PluginFact } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';

import { factSources } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';

const probe = async (db: TenantDb, fact: PluginFact, on: IsoDate): Promise<void> => {
  const { id }: FactDefinition = fact.definition;
  const [relation] = factSources({ facts: new Map([[id, fact]]) }).get(id)?.relations({ fact: id, is: true }) ?? [];
  if (relation) await db.execute(sql`select 1 from (select null::uuid as person_id) a ${relation.join({ on, states: [], governmentLevels: [] })} limit 0`);
};

const messageOf = (error: unknown): string => {
  const { message, cause } = error as { message?: string; cause?: unknown };
  return cause instanceof Error ? cause.message : (message ?? String(error));
};

/**
 * Which facts the tenant's database can't answer, by id with the reason: their relation throws, or names what is not there. The server
 * only plans each SELECT, so this is quick; a fact that is found wrong here can be left out before it breaks the one SELECT of all targets.
 */
export const probeFacts = async (db: TenantDb, facts: readonly PluginFact[], on: IsoDate): Promise<Map<string, string>> => {
  const broken = new Map<string, string>();
  for (const fact of facts) {
    try {
      await probe(db, fact, on);
    } catch (error) {
      broken.set(fact.definition.id, messageOf(error));
    }
  }
  return broken;
};
