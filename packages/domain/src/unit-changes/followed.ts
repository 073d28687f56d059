import { endOf, placeOn, type Succession, type UnitTopology } from '../access/index.ts';
import type { IsoDate, UnitId } from '../values/index.ts';

/** The days between which units are followed: units as they stood on `from`, under those of `to`. */
export type Between = { from: IsoDate; to: IsoDate };

/** Under which unit somebody is counted later: one that stands then, or none that can be named: his unit was split and he is in no part of it, or nothing followed it. */
export type Followed = { kind: 'unit'; unit: UnitId } | { kind: 'split' } | { kind: 'ended' };

type Step = { on: IsoDate; successors: (UnitId | null)[] };

const byUnit = new WeakMap<UnitTopology, ReadonlyMap<UnitId, readonly Succession[]>>();

const successionsOf = (topology: UnitTopology, unit: UnitId): readonly Succession[] => {
  const known = byUnit.get(topology) ?? Map.groupBy(topology.successions, (it) => it.unit);
  byUnit.set(topology, known);
  return known.get(unit) ?? [];
};

/** What followed a unit that is no more: from which day, and which units. Parts split off from one that goes on did not follow it. */
const stepFrom = (topology: UnitTopology, unit: UnitId, since: IsoDate, to: IsoDate): Step | undefined => {
  const after = successionsOf(topology, unit).filter(({ on }) => on >= since && on <= to && !placeOn(topology, unit, on));
  const on = after.map((it) => it.on).toSorted()[0];
  return on === undefined ? undefined : { on, successors: [...new Set(after.filter((it) => it.on === on).map(({ successor }) => successor))] };
};

const standsBelow = (topology: UnitTopology, unit: UnitId, above: readonly (UnitId | null)[], on: IsoDate): boolean => {
  const place = placeOn(topology, unit, on);
  return place !== undefined && above.some((it) => it !== null && place.path.startsWith(placeOn(topology, it, on)?.path ?? '\u0000'));
};

const nextOf = (topology: UnitTopology, { on, successors }: Step, ownOn: (day: IsoDate) => UnitId | null): UnitId | null | undefined => {
  if (successors.length === 1) return successors[0] ?? null;
  const own = ownOn(on);
  return own !== null && standsBelow(topology, own, successors, on) ? own : undefined;
};

/**
 * The unit under which somebody is counted who was in a unit on one day, as the units stand on a later one. A unit that still stands is
 * itself, wherever it was moved to and whoever left it. One that ended is followed to its successor; of several, to the one that the person
 * himself went to (`ownOn` is the unit of his main post on a day), or a unit below it.
 */
export const followedTo = (topology: UnitTopology, unit: UnitId, { from, to }: Between, ownOn: (day: IsoDate) => UnitId | null): Followed => {
  const seen = new Set<UnitId>();
  let since = from;
  for (let it: UnitId | null | undefined = unit; it && !seen.has(it); ) {
    if (placeOn(topology, it, to)) return { kind: 'unit', unit: it };
    seen.add(it);
    const step = stepFrom(topology, it, since, to);
    if (!step) return { kind: 'ended' };
    it = nextOf(topology, step, ownOn);
    if (it === undefined) return { kind: 'split' };
    since = step.on;
  }
  return { kind: 'ended' };
};

/** On which days somebody's own unit decides, and from which units one may come to such a day. */
export const splitsBetween = (topology: UnitTopology, { from, to }: Between): { days: IsoDate[]; units: UnitId[] } => {
  const days = new Set<IsoDate>();
  const splits = (unit: UnitId, since: IsoDate, seen: Set<UnitId>): boolean => {
    if (seen.has(unit) || placeOn(topology, unit, to)) return false;
    seen.add(unit);
    const step = stepFrom(topology, unit, since, to);
    if (!step) return false;
    if (step.successors.length > 1) days.add(step.on);
    const later = step.successors.map((it) => it !== null && splits(it, step.on, seen));
    return step.successors.length > 1 || later.some(Boolean);
  };
  const units = [...topology.places.keys()].filter((it) => endOf(topology, it) <= to && placeOn(topology, it, from)).filter((it) => splits(it, from, new Set()));
  return { days: [...days].toSorted(), units };
};
