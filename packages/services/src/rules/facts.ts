import { unitCodes } from '@saubac/db/units';
import { languageNames } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { comparisonsOf, type FactDefinition } from '@saubac/domain/rules';
import { type LocalText, ok, type Result } from '@saubac/domain/values';
import { pluginOfFact } from '@saubac/plugin-api';

import { type Ctx, permit } from '../context/index.ts';
import { factDefinitions } from '../targets/index.ts';

/** A fact that rules may use: what it means, how it may be compared, and which plugin it comes from (null: the core). */
export type ListedFact = FactDefinition & { comparisons: readonly string[]; plugin: string | null };

/** What a rule may be made of: the facts, and the languages of a level. */
export type FactCatalogue = { facts: ListedFact[]; languages: { code: string; name: LocalText }[] };

/** Everything that rules of this tenant may be made of, the core's and what its plugins offer. */
export const listFacts = async (ctx: Ctx): Promise<Result<FactCatalogue, Forbidden>> => {
  const scope = permit(ctx, 'plan.read');
  if (!scope.ok) return scope;
  const facts = [...factDefinitions(ctx.registry).values()].map((it) => ({ ...it, comparisons: comparisonsOf(it), plugin: pluginOfFact(it.id) ?? null }));
  const languages = Object.entries(await languageNames(ctx.db)).map(([code, name]) => ({ code, name }));
  return ok({ facts, languages });
};

/** What a rule may name beside facts: the tenant's units and the languages. */
export const namesForRules = async (ctx: Ctx): Promise<{ units: string[]; languages: string[]; languageNames: Record<string, LocalText> }> => {
  const names = await languageNames(ctx.db);
  return { units: await unitCodes(ctx.db), languages: Object.keys(names), languageNames: names };
};
