/** A unit of the sample as its list shows it, each below the one that manages it. */
export type SampleUnit = { code: string; parent: string | null; depth: number; tier: string; bodyKind: string; people: number };

/** Where the people of a demo work: an agency of the province with units below it, and a commune. Their codes; undefined where there is none. */
export type DemoPlaces = { agency: string | undefined; commune: string | undefined };

const peopleBelow = (units: readonly SampleUnit[]): Map<string, number> => {
  const sums = new Map(units.map((it) => [it.code, it.people]));
  // From the deepest up, so that each has its own sum before it is added to the one above.
  for (const { code, parent } of units.toSorted((a, b) => b.depth - a.depth)) if (parent !== null) sums.set(parent, (sums.get(parent) ?? 0) + (sums.get(code) ?? 0));
  return sums;
};

/** The agency and the commune with the most people: those whose accounts show the most. */
export const demoPlaces = (units: readonly SampleUnit[]): DemoPlaces => {
  const people = peopleBelow(units);
  const largest = (among: readonly SampleUnit[]): string | undefined => among.toSorted((a, b) => (people.get(b.code) ?? 0) - (people.get(a.code) ?? 0) || (a.code < b.code ? -1 : 1))[0]?.code;
  return {
    agency: largest(units.filter((it) => it.tier === 'province' && it.bodyKind === 'state' && it.depth === 1)),
    commune: largest(units.filter((it) => it.tier === 'commune' && it.bodyKind === 'state')),
  };
};
