import { addDays, type DatedRoot, type IsoDate, type UnitScope } from '../values/index.ts';
import { endOf, isInside, placeOn, type UnitTopology } from './topology.ts';

const boundsOf = (topology: UnitTopology, scope: UnitScope): string[] => {
  if (scope.kind === 'everything') return [];
  const own = scope.dated.flatMap(({ from, to }) => [from, to]);
  return [...own, ...[...scope.roots, ...scope.dated.map(({ unit }) => unit)].flatMap((unit) => (topology.places.get(unit) ?? []).flatMap(({ from, to }) => [from, to]))];
};

/** The days on which anything may change, from a day on; that day first. */
const daysFrom = (topology: UnitTopology, scopes: readonly UnitScope[], today: IsoDate): IsoDate[] => {
  const bounds = scopes.flatMap((it) => boundsOf(topology, it)).filter((it) => it > today && it !== 'infinity');
  return [today, ...new Set(bounds as IsoDate[])];
};

/** The last day before a root's reach ends for good. */
const lastDayOf = (topology: UnitTopology, { unit, to }: DatedRoot): IsoDate | undefined => {
  const end = [endOf(topology, unit), to].toSorted()[0];
  return end === undefined || end === 'infinity' || end === '-infinity' ? undefined : addDays(end as IsoDate, -1);
};

/**
 * Whether one scope holds all that another holds from a day on. What of it lies wholly in the past is judged by its last day; units that
 * came to a scope bring their past with them.
 */
export const scopeContains = (topology: UnitTopology, outer: UnitScope, inner: UnitScope, today: IsoDate): boolean => {
  if (outer.kind === 'everything') return true;
  if (inner.kind === 'everything') return false;
  const days = daysFrom(topology, [outer, inner], today);
  const roots: DatedRoot[] = [...inner.roots.map((unit) => ({ unit, from: '-infinity' as const, to: 'infinity' as const })), ...inner.dated];
  return roots.every((root) => {
    const lasting = days.filter((day) => root.from <= day && day < root.to && placeOn(topology, root.unit, day));
    const past = lastDayOf(topology, root);
    const judged = lasting.length > 0 ? lasting : past === undefined ? [] : [past];
    // A root of which no day is known tells nobody that it lies inside.
    return judged.length > 0 && judged.every((day) => isInside(topology, outer, root.unit, day));
  });
};
