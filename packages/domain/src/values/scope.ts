import type { UnitId } from './ids.ts';

declare const scopeBrand: unique symbol;

/**
 * The units whose people a caller may see: everything, or the subtrees below some units. Every function that returns people or
 * figures of units takes one, so that nobody can forget it.
 */
export type UnitScope = ({ readonly kind: 'everything' } | { readonly kind: 'subtrees'; readonly roots: readonly UnitId[] }) & {
  readonly [scopeBrand]: true;
};

/** The scope of somebody who may see the whole tenant. */
export const everything = { kind: 'everything' } as UnitScope;

/** The scope of somebody who may see some units and all below them. */
export const subtreesOf = (roots: readonly UnitId[]): UnitScope => ({ kind: 'subtrees', roots }) as unknown as UnitScope;
