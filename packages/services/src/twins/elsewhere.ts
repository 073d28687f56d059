import { queue } from '@saubac/db/outbox';
import { peopleElsewhere, type PersonElsewhere, saveTakesPart, takesPart } from '@saubac/db/twins';
import type { Forbidden } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit, permitWhole } from '../context/index.ts';
import { idNumbersOf } from '../people/id-numbers.ts';

/** The work of comparing with other provinces, as it is asked for. */
export const comparison = 'twins.compare';

/** Where a page of people begins. */
export type ElsewhereCursor = { nameSort: string; id: string };

/** `takesPart` false: this province compares with none, and nobody is listed. */
export type ElsewherePage = { takesPart: boolean; items: PersonElsewhere[]; next: ElsewhereCursor | null };

/** People whose identification number stands on the roster of another province too, as the last comparison found. Of the other province its name and a day are known, nothing of its people. */
export const listElsewhere = async (ctx: Ctx, { after = null, limit = 50 }: { after?: ElsewhereCursor | null; limit?: number } = {}): Promise<Result<ElsewherePage, Forbidden>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const rows = await peopleElsewhere(ctx.db, scope.value, ctx.today, { numbers: idNumbersOf(ctx), after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return ok({ takesPart: await takesPart(ctx.db), items, next: rows.length > limit && last ? { nameSort: last.nameSort, id: last.id } : null });
};

/** Says whether the province takes part in the comparison; the comparison follows at once, and every night. One that leaves takes its digests away. */
export const setAcrossProvinces = async (ctx: Ctx, { takesPart: takes, why }: { takesPart: boolean; why?: string | undefined }): Promise<Result<{ takesPart: boolean }, Forbidden>> => {
  const scope = permitWhole(ctx, 'catalogue.edit');
  if (!scope.ok) return scope;
  return ctx.write(async (tx, record) => {
    const before = await takesPart(tx);
    await saveTakesPart(tx, takes);
    if (before !== takes) await record({ act: 'across-provinces.set', subject: { kind: 'settings' }, before: { takesPart: before }, after: { takesPart: takes } });
    await queue(tx, { kind: comparison, payload: {} });
    return ok({ takesPart: takes });
  }, why?.trim() || undefined);
};
