import type { UnitId } from './ids.ts';
import type { IsoDate } from './iso-date.ts';

declare const scopeBrand: unique symbol;

/** A unit with all below it, from a day until before another: what follows a unit that ended counts from that day on. */
export type DatedRoot = { readonly unit: UnitId; readonly from: IsoDate | '-infinity'; readonly to: IsoDate | 'infinity' };

/**
 * The units whose people a caller may see: everything, or the subtrees below some units, on whatever day they exist (`roots`) or on some
 * days only (`dated`). Every function that returns people or figures of units takes one, so that nobody can forget it.
 */
export type UnitScope = ({ readonly kind: 'everything' } | { readonly kind: 'subtrees'; readonly roots: readonly UnitId[]; readonly dated: readonly DatedRoot[] }) & {
  readonly [scopeBrand]: true;
};

/** The scope of somebody who may see the whole tenant. */
export const everything = { kind: 'everything' } as UnitScope;

/** The scope of somebody who may see some units and all below them. */
export const subtreesOf = (roots: readonly UnitId[], dated: readonly DatedRoot[] = []): UnitScope => ({ kind: 'subtrees', roots, dated }) as unknown as UnitScope;

/** The units whose subtrees make up a scope on a day; of everything there are none to be named. */
export const rootsOn = (scope: UnitScope, day: IsoDate): readonly UnitId[] => {
  if (scope.kind === 'everything') return [];
  return [...new Set([...scope.roots, ...scope.dated.filter(({ from, to }) => from <= day && day < to).map(({ unit }) => unit)])];
};

/** What of a scope counts on every one of some days, whatever the day. */
export const throughout = (scope: UnitScope, days: readonly IsoDate[]): UnitScope =>
  scope.kind === 'everything' ? scope : subtreesOf([...scope.roots, ...scope.dated.map(({ unit }) => unit)].filter((it, index, all) => all.indexOf(it) === index && days.every((day) => rootsOn(scope, day).includes(it))));
