import { layoutById, layoutByName, savedLayouts, type StoredLayout } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import type { Layout } from '@saubac/domain/layouts';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** A layout that was saved: for which headings, who confirmed it and when. */
export type SavedLayout = { id: string; name: string; fingerprint: string; version: number; confirmedBy: { id: UserId | null; name: string }; confirmedAt: string; definition: Layout };

export type UnknownLayout = { kind: 'unknown-layout'; layout: string };

export const savedOf = ({ confirmedBy, confirmedLabel, ...it }: StoredLayout): SavedLayout => ({ ...it, confirmedBy: { id: confirmedBy, name: confirmedLabel } });

/** The layouts of the tenant, the latest first. They tell of headings and of no person: whoever may import sees them all. */
export const listLayouts = async (ctx: Ctx): Promise<Result<SavedLayout[], Forbidden>> => {
  const scope = permit(ctx, 'roster.import');
  return scope.ok ? ok((await savedLayouts(ctx.db)).map(savedOf)) : scope;
};

const found = (it: StoredLayout | undefined, layout: string): Result<SavedLayout, UnknownLayout> => (it ? ok(savedOf(it)) : fail({ kind: 'unknown-layout', layout }));

/** A layout by its id. */
export const getLayout = async (ctx: Ctx, id: string): Promise<Result<SavedLayout, Forbidden | UnknownLayout>> => {
  const scope = permit(ctx, 'roster.import');
  return scope.ok ? found(await layoutById(ctx.db, id), id) : scope;
};

/** A layout by its name. */
export const findLayout = async (ctx: Ctx, name: string): Promise<Result<SavedLayout, Forbidden | UnknownLayout>> => {
  const scope = permit(ctx, 'roster.import');
  return scope.ok ? found(await layoutByName(ctx.db, name.trim()), name) : scope;
};
