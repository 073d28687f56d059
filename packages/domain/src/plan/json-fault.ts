import { type PlanProblem, problem } from './problem.ts';

/** How deep a file may be nested: far deeper than any plan, shallow enough for every function that walks it. */
export const deepest = 64;

type Place = { path: readonly PropertyKey[]; value: unknown };

const childrenOf = ({ path, value }: Place): Place[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, child]: [string, unknown]) => ({ path: [...path, Array.isArray(value) ? Number(key) : key], value: child }))
    : [];

const textsOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []);

// PostgreSQL stores no character zero, and no half of a pair that stands alone.
const cannotBeStored = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

/**
 * What keeps JSON from being stored and walked at all, whatever it says: a nesting too deep, a character the database has no place for.
 * Only the first fault is named.
 */
export const jsonFault = (json: unknown): PlanProblem | undefined => {
  const places: Place[] = [{ path: [], value: json }];
  for (let place = places.pop(); place; place = places.pop()) {
    if (place.path.length > deepest) return problem(place.path.slice(0, 4), { kind: 'too-deep', most: deepest });
    if (textsOf(place.value).some(cannotBeStored)) return problem(place.path, { kind: 'character-not-stored' });
    places.push(...childrenOf(place));
  }
  return undefined;
};
