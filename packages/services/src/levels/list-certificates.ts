import { type CertificateFilter, listCertificates as listed, type ListedCertificate } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { type CertificateId, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** `on`: the day that decides where holders are and which levels count; today if absent. */
export type ListCertificatesInput = { on?: IsoDate | undefined; filter?: CertificateFilter; after?: CertificateId | null; limit?: number; total?: boolean };

/** A page of the register; `next` is where the following page begins, null on the last one. `total` is null unless it was asked for. */
export type CertificatesPage = { on: IsoDate; items: ListedCertificate[]; next: CertificateId | null; total: number | null };

/** The register of certificates, last entered first, a page at a time: those whose holders are in the caller's units on the day. */
export const listCertificates = async (ctx: Ctx, input: ListCertificatesInput): Promise<Result<CertificatesPage, Forbidden>> => {
  const scope = permit(ctx, 'certificate.read');
  if (!scope.ok) return scope;
  const { on = ctx.today, filter = {}, after = null, limit = 50, total = false } = input;
  const found = await listed(ctx.db, scope.value, { on, filter, after, limit: limit + 1, total });
  const items = found.rows.slice(0, limit);
  return ok({ on, items, next: found.rows.length > limit ? (items.at(-1)?.id ?? null) : null, total: found.total });
};
