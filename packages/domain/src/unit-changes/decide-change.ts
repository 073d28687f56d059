import type { UnitHistory, UnitValue } from '../people/index.ts';
import { periodOn, sameUnit } from '../people/index.ts';
import type { IsoDate } from '../values/index.ts';
import { type DecidedPosts, decidePosts, type Holding } from './decide-posts.ts';
import { type DecidedUnits, decideUnits, type Tiers } from './decide-units.ts';
import { type ChangeBatch, type ChangeRefusal, daysOfBatch } from './operation.ts';

/** What is kept of units and levels of government. */
export type KnownUnits = { units: UnitHistory; tiers: Tiers };

/** How one unit differs on the last day of the batch from what it would be without it. */
export type ChangedUnit = { code: string; kind: 'created' | 'ended' | 'changed'; before: UnitValue | null; after: UnitValue | null };

export type DecidedChange = Omit<DecidedUnits, 'refusals' | 'outflows'> & Omit<DecidedPosts, 'refusals'> & { changedUnits: ChangedUnit[] };

const changesOf = (before: UnitHistory, after: UnitHistory, on: IsoDate): ChangedUnit[] =>
  [...after].flatMap(([code, versions]): ChangedUnit[] => {
    if (before.get(code) === versions) return [];
    const [was, is] = [periodOn(before.get(code) ?? [], on)?.value ?? null, periodOn(versions, on)?.value ?? null];
    if (was === null) return is === null ? [] : [{ code, kind: 'created', before: was, after: is }];
    if (is === null) return [{ code, kind: 'ended', before: was, after: is }];
    return sameUnit(was, is) ? [] : [{ code, kind: 'changed', before: was, after: is }];
  });

const leftBehind = ({ stranded }: DecidedPosts): ChangeRefusal[] =>
  [...Map.groupBy(stranded, ({ row, unit }) => `${row} ${unit}`).values()].map((group) => ({
    list: 'operations', row: group[0]!.row, column: 'successor', kind: 'people-left', params: { unit: group[0]!.unit, people: new Set(group.map(({ person }) => person)).size },
  }));

/** All of a batch that can be said of its days: a day that has passed asks for a reason. */
const dayRefusals = (batch: ChangeBatch, { today, why }: { today: IsoDate; why: string | null }): ChangeRefusal[] => {
  const days = daysOfBatch(batch);
  if (!days) return [{ list: 'operations', row: 0, column: 'operation', kind: 'nothing-stated' }];
  return days.first < today && (why ?? '').trim() === '' ? [{ list: 'operations', row: 0, column: 'on', kind: 'reason-missing', params: { on: days.first } }] : [];
};

/** Checks a batch as a whole and says all that follows from it; with any refusal nothing follows. Nothing is read or written. */
export const decideChange = (
  known: KnownUnits,
  holdings: readonly Holding[],
  batch: ChangeBatch,
  asked: { today: IsoDate; why: string | null },
): { change: DecidedChange | null; stranded: DecidedPosts['stranded']; refusals: ChangeRefusal[] } => {
  const units = decideUnits(known.units, batch.operations, known.tiers);
  const early = [...dayRefusals(batch, asked), ...units.refusals];
  if (early.length > 0) return { change: null, stranded: [], refusals: early };
  const posts = decidePosts(holdings, { outflows: units.outflows, moves: batch.moves, units: units.units });
  const refusals = [...leftBehind(posts), ...posts.refusals];
  if (refusals.length > 0) return { change: null, stranded: posts.stranded, refusals };
  const { refusals: _, outflows: __, ...made } = units;
  const { refusals: ___, ...held } = posts;
  return { change: { ...made, ...held, changedUnits: changesOf(known.units, units.units, daysOfBatch(batch)!.last) }, stranded: [], refusals: [] };
};
