import { levelReference, levelRules } from '@saubac/db/levels';
import { type CatalogueCode, catalogueCodes } from '@saubac/db/roster';
import type { Forbidden } from '@saubac/domain/access';
import type { Adoption, CertificateType, EquivalenceTable, Framework } from '@saubac/domain/levels';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** An equivalence table with its lines and legal basis, and when the tenant adopted it. */
export type ShownTable = EquivalenceTable & { adopted: Omit<Adoption, 'table'>[] };

/** Every equivalence table that ships, with the periods for which the tenant has adopted it. */
export const listEquivalenceTables = async (ctx: Ctx): Promise<Result<ShownTable[], Forbidden>> => {
  const scope = permit(ctx, 'catalogue.read');
  if (!scope.ok) return scope;
  const { context, adoptions } = await levelRules(ctx.db);
  return ok(context.tables.map((it) => ({ ...it, adopted: adoptions.filter(({ table }) => table === it.code).map(({ table: _, ...days }) => days) })));
};

/** What certificates may be, in which languages, and to which levels they lead. */
export type CertificateCatalogue = { framework: Framework; types: CertificateType[]; languages: CatalogueCode[] };

/** The types of certificates, languages and levels that ship. */
export const certificateCatalogue = async (ctx: Ctx): Promise<Result<CertificateCatalogue, Forbidden>> => {
  const scope = permit(ctx, 'catalogue.read');
  if (!scope.ok) return scope;
  const { framework, types } = await levelReference(ctx.db);
  return ok({ framework, types: [...types.values()], languages: await catalogueCodes(ctx.db, 'languages') });
};
