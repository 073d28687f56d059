import { createHash } from 'node:crypto';
import { changedUnits, loadKnownCodes, loadUnits, type StoredUnits, type UnitsToStore } from '@saubac/db/roster';
import type { TenantSql } from '@saubac/db/tenancy';
import { batchOf, holdingsOf, unknownPosts } from '@saubac/db/unit-changes';
import { type ChangeBatch, type ChangeRefusal, daysOfBatch, decideChange, type DecidedChange, unitsGivingPeople } from '@saubac/domain/unit-changes';
import type { IsoDate } from '@saubac/domain/values';

import type { ChangeFinding, KeptUnitChange } from './view.ts';

/** A change held against what is kept now: what it comes to, or why it can not be. */
export type Judged = { batch: ChangeBatch; known: StoredUnits } & (
  | { made: DecidedChange; changed: UnitsToStore; digest: string }
  | { made: null; refusals: ChangeRefusal[]; stranded: ChangeFinding['stranded'][] }
);

const digestOf = (made: DecidedChange, changed: UnitsToStore): string => {
  const { successions, changed: posts, removed, started } = made;
  return createHash('sha256').update(JSON.stringify([[...changed], successions, posts.map(({ after }) => after), removed.map(({ id }) => id), started])).digest('hex');
};

const postingRefusals = async (tx: TenantSql, { moves }: ChangeBatch, ranks: ReadonlySet<number>): Promise<ChangeRefusal[]> => {
  const unknown = await unknownPosts(tx, moves.flatMap(({ posting }) => posting?.post ?? []));
  return moves.flatMap(({ row, posting }): ChangeRefusal[] => [
    ...(posting && posting.post !== null && unknown.has(posting.post) ? [{ list: 'moves', row, column: 'post', kind: 'unknown-post', params: { post: posting.post } } as const] : []),
    ...(posting && posting.officeRank !== null && !ranks.has(posting.officeRank) ? [{ list: 'moves', row, column: 'office_rank', kind: 'unknown-choice', params: { value: posting.officeRank } } as const] : []),
  ]);
};

/** Decides a change by what the tenant keeps at this moment. Reads only. */
export const judgeChange = async (tx: TenantSql, change: Pick<KeptUnitChange, 'id' | 'operations' | 'why'>, today: IsoDate): Promise<Judged> => {
  const batch = await batchOf(tx, change);
  const known = await loadUnits(tx);
  const { tiers, ranks } = await loadKnownCodes(tx);
  const first = daysOfBatch(batch)?.first ?? today;
  const holdings = await holdingsOf(tx, { units: unitsGivingPeople(batch), people: batch.moves.map(({ person }) => person), from: first });
  const { change: made, refusals, stranded } = decideChange({ units: known.history, tiers }, holdings, batch, { today, why: change.why });
  const all = [...refusals, ...(await postingRefusals(tx, batch, ranks))];
  if (!made || all.length > 0) return { batch, known, made: null, refusals: all, stranded: stranded.map(({ row, person, unit }) => ({ row, person, unit })) };
  const changed = changedUnits(known, made.units, made.paths);
  return { batch, known, made, changed, digest: digestOf(made, changed) };
};
