import { type IsoDate, rootsOn, type UnitId, type UnitScope } from '../values/index.ts';

/** The dated lines between units. The unit that uses its people is the one they are assigned to. */
export const unitLines = ['uses', 'manages', 'reports-to', 'budgets-through'] as const;
export type UnitLine = (typeof unitLines)[number];

type First = IsoDate | '-infinity';
type End = IsoDate | 'infinity';

/** Where a unit stood: the codes from the topmost unit down to it, each followed by `/`. */
export type PlacedUnit = { unit: UnitId; path: string; from: First; to: End };
export type Line = { unit: UnitId; line: UnitLine; target: UnitId; from: First; to: End };
/** What followed a unit from a day on; null: nothing. */
export type Succession = { unit: UnitId; successor: UnitId | null; on: IsoDate };

/** All that scopes ask about the units of a tenant. Bounds compare as text, `-infinity` and `infinity` included. */
export type UnitTopology = {
  readonly places: ReadonlyMap<UnitId, readonly PlacedUnit[]>;
  readonly successions: readonly Succession[];
  readonly lines: readonly Line[];
};

/** Makes a topology of plain rows. */
export const topologyOf = (rows: { places: readonly PlacedUnit[]; successions: readonly Succession[]; lines: readonly Line[] }): UnitTopology => ({
  ...rows,
  places: Map.groupBy(rows.places, ({ unit }) => unit),
});

/** Where a unit stands on a day; undefined if it does not exist then. */
export const placeOn = ({ places }: UnitTopology, unit: UnitId, day: IsoDate): PlacedUnit | undefined => places.get(unit)?.find(({ from, to }) => from <= day && day < to);

/** The first day on which a unit does not exist any more. */
export const endOf = ({ places }: UnitTopology, unit: UnitId): First | End => (places.get(unit) ?? []).reduce<First | End>((last, { to }) => (to > last ? to : last), '-infinity');

/** Whether a unit lies in a scope on a day. A unit that does not exist on the day lies in no scope but everything. */
export const isInside = (topology: UnitTopology, scope: UnitScope, unit: UnitId, day: IsoDate): boolean => {
  if (scope.kind === 'everything') return true;
  const place = placeOn(topology, unit, day);
  if (!place) return false;
  return rootsOn(scope, day).some((root) => {
    const above = placeOn(topology, root, day);
    return above !== undefined && place.path.startsWith(above.path);
  });
};
