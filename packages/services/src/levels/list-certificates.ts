import { type CertificateFilter, listCertificates as listed, type ListedCertificate } from '@saubac/db/levels';
import { unitOn } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import { searchedWords } from '@saubac/domain/people';
import { type CertificateId, fail, type IsoDate, ok, type Result, subtreesOf } from '@saubac/domain/values';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';

/** `below`: stable code of a unit, with everything below it; `search`: beginnings of the words of the holder's name, accents or none; `enteredByMe`: whether the caller entered or last corrected it. */
export type CertificateSearch = { below?: string | undefined; search?: string | undefined; enteredByMe?: boolean | undefined };

/** `on`: the day that decides where holders are and which levels count; today if absent. `oldestFirst`: as a queue is worked through. */
export type ListCertificatesInput = { on?: IsoDate | undefined; filter?: Omit<CertificateFilter, 'units' | 'words' | 'entered'> & CertificateSearch; after?: CertificateId | null; limit?: number; total?: boolean; oldestFirst?: boolean };

/** A page of the register; `next` is where the following page begins, null on the last one. `total` is null unless it was asked for. */
export type CertificatesPage = { on: IsoDate; items: ListedCertificate[]; next: CertificateId | null; total: number | null };

/** The register of certificates, last entered first, a page at a time: those whose holders are in the caller's units on the day. */
export const listCertificates = async (ctx: Ctx, input: ListCertificatesInput): Promise<Result<CertificatesPage, Forbidden | { kind: 'unknown-unit'; unit: string; on: IsoDate }>> => {
  const scope = permit(ctx, 'certificate.read');
  if (!scope.ok) return scope;
  const { on = ctx.today, filter: { below, search, enteredByMe, ...rest } = {}, after = null, limit = 50, total = false, oldestFirst } = input;
  const unit = below === undefined ? null : await unitOn(ctx.db, scope.value, below, on);
  if (unit === undefined) return fail({ kind: 'unknown-unit', unit: below!, on });
  const words = search === undefined ? undefined : searchedWords(search);
  // What holds no letter is the name of nobody.
  if (words?.length === 0 && search?.trim()) return ok({ on, items: [], next: null, total: total ? 0 : null });
  const entered = enteredByMe === undefined || ctx.actor.id === null ? undefined : { by: ctx.actor.id, not: !enteredByMe };
  const filter = { ...rest, words, entered, ...(unit === null ? {} : { units: subtreesOf([unit.id]) }) };
  const found = await listed(ctx.db, scope.value, { on, filter, after, limit: limit + 1, total, oldestFirst });
  const items = found.rows.slice(0, limit);
  if (filter.person && items.length > 0) noteRead(ctx, filter.person, 'certificates');
  return ok({ on, items, next: found.rows.length > limit ? (items.at(-1)?.id ?? null) : null, total: found.total });
};
