import type { IsoDate } from '../values/index.ts';
import type { Condition } from '../rules/index.ts';
import type { FrozenCondition, FrozenLevels, FrozenPeople, FrozenSets } from './frozen.ts';
import { joinSections, splitSections } from './sections.ts';

const section = (sections: readonly Uint8Array[], index: number): Uint8Array => {
  const found = sections[index];
  if (!found) throw new Error('A frozen set is cut short');
  return found;
};

// Byte by byte, so that a file means the same on every machine. The low bytes first: neighbours are alike and press well.
const splitNumbers = (numbers: Uint16Array): Uint8Array => {
  const bytes = new Uint8Array(numbers.length * 2);
  numbers.forEach((it, index) => {
    bytes[index] = it & 255;
    bytes[numbers.length + index] = it >> 8;
  });
  return bytes;
};
const joinNumbers = (bytes: Uint8Array): Uint16Array => Uint16Array.from({ length: bytes.length / 2 }, (_, index) => (bytes[index] ?? 0) + 256 * (bytes[bytes.length / 2 + index] ?? 0));

/** The people of a part as bytes. */
export const writePeople = ({ ids, units }: FrozenPeople): Uint8Array => joinSections([ids, splitNumbers(units)]);

/** The people of a part from their bytes. */
export const readPeople = (bytes: Uint8Array): FrozenPeople => {
  const sections = splitSections(bytes);
  return { ids: section(sections, 0), units: joinNumbers(section(sections, 1)) };
};

/** What is kept of levels beside their bytes. */
export type LevelsHead = Pick<FrozenLevels, 'languages'>;

/** The levels of a part as bytes; their languages are kept beside. */
export const writeLevels = (all: readonly FrozenLevels[]): Uint8Array => joinSections(all.flatMap((it) => [it.level, it.certificates]));

/** The levels of a part from their bytes. */
export const readLevels = (heads: readonly LevelsHead[], bytes: Uint8Array): FrozenLevels[] => {
  const sections = splitSections(bytes);
  return heads.map(({ languages }, index) => ({ languages, level: section(sections, 2 * index), certificates: section(sections, 2 * index + 1) }));
};

/** What is kept of conditions beside their bytes. */
export type ConditionHead = { condition: Condition; milestone: IsoDate | null };

/** How conditions came out, as bytes; the conditions themselves are kept beside. */
export const writeConditions = (all: readonly FrozenCondition[]): Uint8Array => joinSections(all.flatMap((it) => [it.held, it.unknown]));

/** How conditions came out, from their bytes. */
export const readConditions = (heads: readonly ConditionHead[], bytes: Uint8Array): FrozenCondition[] => {
  const sections = splitSections(bytes);
  return heads.map(({ condition, milestone }, index) => ({ condition, milestone, held: section(sections, 2 * index), unknown: section(sections, 2 * index + 1) }));
};

/** What is kept of the sets of a target beside their bytes. */
export type SetsHead = { plain: boolean; focus: boolean; unknown: readonly string[] };

/** The sets of a target as bytes. */
export const writeSets = ({ denominator, reached, plain, focus, unknown }: FrozenSets): { head: SetsHead; bytes: Uint8Array } => ({
  head: { plain: plain !== null, focus: focus !== null, unknown: unknown.map((it) => it.fact) },
  bytes: joinSections([denominator, reached, ...(plain ? [plain] : []), ...(focus ? [focus] : []), ...unknown.map((it) => it.people)]),
});

/** The sets of a target from their bytes. */
export const readSets = (head: SetsHead, bytes: Uint8Array): FrozenSets => {
  const sections = splitSections(bytes);
  const focusAt = head.plain ? 3 : 2;
  const unknownAt = focusAt + (head.focus ? 1 : 0);
  return {
    denominator: section(sections, 0),
    reached: section(sections, 1),
    plain: head.plain ? section(sections, 2) : null,
    focus: head.focus ? section(sections, focusAt) : null,
    unknown: head.unknown.map((fact, index) => ({ fact, people: section(sections, unknownAt + index) })),
  };
};
