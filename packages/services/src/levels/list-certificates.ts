import { type CertificateFilter, listCertificates as listed, type ListedCertificate } from '@saubac/db/levels';
import { unitOn } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { type CertificateId, fail, type IsoDate, ok, type Result, subtreesOf } from '@saubac/domain/values';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';

/** `on`: the day that decides where holders are and which levels count; today if absent. `below`: stable code of a unit, with everything below it. */
export type ListCertificatesInput = { on?: IsoDate | undefined; filter?: Omit<CertificateFilter, 'units'> & { below?: string | undefined }; after?: CertificateId | null; limit?: number; total?: boolean };

/** A page of the register; `next` is where the following page begins, null on the last one. `total` is null unless it was asked for. */
export type CertificatesPage = { on: IsoDate; items: ListedCertificate[]; next: CertificateId | null; total: number | null };

/** The register of certificates, last entered first, a page at a time: those whose holders are in the caller's units on the day. */
export const listCertificates = async (ctx: Ctx, input: ListCertificatesInput): Promise<Result<CertificatesPage, Forbidden | { kind: 'unknown-unit'; unit: string; on: IsoDate }>> => {
  const scope = permit(ctx, 'certificate.read');
  if (!scope.ok) return scope;
  const { on = ctx.today, filter: { below, ...rest } = {}, after = null, limit = 50, total = false } = input;
  const unit = below === undefined ? null : await unitOn(ctx.db, scope.value, below, on);
  if (unit === undefined) return fail({ kind: 'unknown-unit', unit: below!, on });
  const filter = unit === null ? rest : { ...rest, units: subtreesOf([unit.id]) };
  const found = await listed(ctx.db, scope.value, { on, filter, after, limit: limit + 1, total });
  const items = found.rows.slice(0, limit);
  if (filter.person && items.length > 0) noteRead(ctx, filter.person, 'certificates');
  return ok({ on, items, next: found.rows.length > limit ? (items.at(-1)?.id ?? null) : null, total: found.total });
};
