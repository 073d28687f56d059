import { referenceLists, type ReferenceLists } from '@saubac/db/reference';
import type { Forbidden } from '@saubac/domain/access';
import { bodyKinds, fields, kinds, officeRanks } from '@saubac/domain/people';
import { type LocalText, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

type Choice = { code: string; name: LocalText };

/** Everything that is picked from a list and is the same in all tenants. Ranks of office rise; fields are those that have a word. */
export type Reference = ReferenceLists & { kinds: Choice[]; officeRanks: Choice[]; bodyKinds: Choice[]; fields: Choice[] };

const choices = (list: readonly { code: string; label: LocalText }[]): Choice[] => list.map(({ code, label }) => ({ code, name: label }));

/** The lists that forms pick from. */
export const reference = async (ctx: Ctx): Promise<Result<Reference, Forbidden>> => {
  const allowed = permit(ctx, 'catalogue.read');
  if (!allowed.ok) return allowed;
  return ok({ kinds: choices(kinds), officeRanks: choices(officeRanks), bodyKinds: choices(bodyKinds), fields: choices(fields), ...(await referenceLists(ctx.db)) });
};
