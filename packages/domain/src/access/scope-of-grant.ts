import { addDays, type DatedRoot, everything, type IsoDate, subtreesOf, type UnitId, type UnitScope } from '../values/index.ts';
import { endOf, isInside, type Line, placeOn, type Succession, type UnitLine, type UnitTopology } from './topology.ts';

/** Where a grant reaches: the whole tenant (no unit), or along a line from a unit down. */
export type Reach = { readonly unit: UnitId | null; readonly line: UnitLine };

const later = <T extends string>(a: T, b: T): T => (a > b ? a : b);
const earlier = <T extends string>(a: T, b: T): T => (a < b ? a : b);

/** Whatever followed a unit that has ended, and what followed that, each from the day on which it took over. */
const successorsOf = (topology: UnitTopology, unit: UnitId): DatedRoot[] => {
  const since = new Map<UnitId, IsoDate>();
  const follow = (ended: UnitId, from: IsoDate | '-infinity'): void => {
    for (const { successor, on } of topology.successions.filter((it) => it.unit === ended && endOf(topology, ended) <= it.on)) {
      const day = from === '-infinity' ? on : later(on, from);
      if (successor === null || successor === unit || day >= (since.get(successor) ?? 'infinity')) continue;
      since.set(successor, day);
      follow(successor, day);
    }
  };
  follow(unit, '-infinity');
  return [...since].map(([it, from]) => ({ unit: it, from, to: 'infinity' }));
};

/** Whether all that a unit left behind at its end lies in the scope: its successors, and where each unit below it went. */
const leftAllBehindIn = (topology: UnitTopology, scope: UnitScope, unit: UnitId, successionsOf: ReadonlyMap<UnitId, readonly Succession[]>): boolean => {
  const end = endOf(topology, unit);
  if (end === 'infinity' || end === '-infinity') return false;
  const wentInside = (it: UnitId): boolean => {
    const followed = successionsOf.get(it) ?? [];
    return followed.length > 0 && followed.every(({ successor, on }) => successor !== null && endOf(topology, it) <= on && isInside(topology, scope, successor, on));
  };
  if (!wentInside(unit)) return false;
  const lastDay = addDays(end, -1);
  const path = placeOn(topology, unit, lastDay)?.path ?? '';
  const below = [...topology.places.keys()].filter((it) => it !== unit && placeOn(topology, it, lastDay)?.path.startsWith(path));
  return below.every((it) => (placeOn(topology, it, end) ? isInside(topology, scope, it, end) : wentInside(it)));
};

/**
 * The roots of a scope with the units of the past whose whole legacy lies in it, so that merged units can be seen as they were. One that was
 * split elsewhere stays out, and one that took over itself is seen from that day on only.
 */
const withPredecessors = (topology: UnitTopology, roots: readonly UnitId[], dated: readonly DatedRoot[]): UnitId[] => {
  const successionsOf = Map.groupBy(topology.successions, ({ unit }) => unit);
  const known = new Set(roots);
  const candidates = [...successionsOf.keys()].filter((it) => !dated.some(({ unit }) => unit === it));
  for (let before = -1; before < known.size; ) {
    before = known.size;
    const scope = subtreesOf([...known], dated);
    for (const unit of candidates) if (!known.has(unit) && leftAllBehindIn(topology, scope, unit, successionsOf)) known.add(unit);
  }
  return [...known];
};

/** The days on which a line of some unit leads into the subtree of an anchor. */
const daysInto = (topology: UnitTopology, anchor: DatedRoot, { unit, target, from, to }: Line): DatedRoot[] =>
  (topology.places.get(anchor.unit) ?? []).flatMap((above) =>
    (topology.places.get(target) ?? [])
      .filter(({ path }) => path.startsWith(above.path))
      .map((place) => ({ unit, from: [above.from, place.from, from, anchor.from].reduce(later), to: [above.to, place.to, to, anchor.to].reduce(earlier) }))
      .filter((it) => it.from < it.to),
  );

/**
 * The units that a grant reaches, on whatever day is asked about. A unit that has ended is followed to its successors, from the day each took
 * over; units of the past belong to it where nothing of them went elsewhere. Along another line than `uses` it reaches the units whose
 * line leads, on the day, to one of those units or below it.
 */
export const scopeOfGrant = (topology: UnitTopology, { unit, line }: Reach): UnitScope => {
  if (unit === null) return everything;
  const followed = successorsOf(topology, unit);
  const roots = withPredecessors(topology, [unit], followed);
  if (line === 'uses') return subtreesOf(roots, followed);
  const anchors = [...roots.map((it): DatedRoot => ({ unit: it, from: '-infinity', to: 'infinity' })), ...followed];
  return subtreesOf([], topology.lines.filter((it) => it.line === line).flatMap((it) => anchors.flatMap((anchor) => daysInto(topology, anchor, it))));
};
