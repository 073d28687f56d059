import { type Birth, knownPart, nameSearch } from '../people/index.ts';
import { partsOf, type UnitId } from '../values/index.ts';
import { type Likeness, twinPoints, type TwinReason, type TwinRecord } from './twin-record.ts';

/** The least score at which two records are worth looking at. */
export const leastScore = 50;

const written = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

const isPart = (few: readonly string[], many: readonly string[]): boolean => {
  let at = 0;
  for (const word of many) if (word === few[at]) at += 1;
  return at === few.length;
};

/** How two names are the same: as written, without accents, in another order of words, or with family and given name equal and middle names left out. */
export const nameLikeness = (one: string, other: string): TwinReason | undefined => {
  if (written(one) === written(other)) return 'name-same';
  const [a, b] = [nameSearch(one), nameSearch(other)];
  if (a === '' || b === '') return undefined;
  if (a === b) return 'name-without-accents';
  const [words, others] = [a.split(' '), b.split(' ')];
  if (words.toSorted().join(' ') === others.toSorted().join(' ')) return 'name-other-order';
  const [few, many] = words.length < others.length ? [words, others] : [others, words];
  const shortened = few.length >= 2 && few.length < many.length && few[0] === many[0] && few.at(-1) === many.at(-1) && isPart(few, many);
  return shortened ? 'name-middle-missing' : undefined;
};

/** How two birth dates agree as far as both are known; undefined where one is not known at all. */
export const birthLikeness = (one: Birth | null, other: Birth | null): TwinReason | undefined => {
  if (!one || !other) return undefined;
  if (one.precision === 'day' && other.precision === 'day') {
    if (one.date === other.date) return 'birth-same';
    const [a, b] = [partsOf(one.date), partsOf(other.date)];
    return a.year === b.year && a.month === b.day && a.day === b.month ? 'birth-day-month-swapped' : 'birth-differs';
  }
  const precision = one.precision === 'year' || other.precision === 'year' ? 'year' : 'month';
  return knownPart({ ...one, precision }).date === knownPart({ ...other, precision }).date ? 'birth-partly-known' : 'birth-differs';
};

/** How near two identification numbers are: the same, one digit or two neighbouring digits apart, or not near; undefined where one is not known. */
export const numberLikeness = (one: string | null, other: string | null): TwinReason | undefined => {
  if (one === null || other === null) return undefined;
  if (one === other) return 'number-same';
  if (one.length !== other.length) return 'number-far';
  const differing = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return 'number-one-digit';
  const swapped = differing.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
  return swapped ? 'number-two-swapped' : 'number-far';
};

const unitLikeness = (one: UnitId | null, other: UnitId | null, succeeds: (unit: UnitId, successor: UnitId) => boolean): TwinReason | undefined => {
  if (one === null || other === null) return undefined;
  if (one === other) return 'unit-same';
  return succeeds(one, other) || succeeds(other, one) ? 'unit-succeeding' : undefined;
};

/**
 * How alike two records of people are. It is the same whichever comes first, and never a certainty: somebody has to look and decide.
 * `succeeds` tells whether a unit followed another.
 */
export const compareTwins = (one: TwinRecord, other: TwinRecord, succeeds: (unit: UnitId, successor: UnitId) => boolean): Likeness => {
  const found = [
    numberLikeness(one.idNumber, other.idNumber),
    nameLikeness(one.fullName, other.fullName),
    birthLikeness(one.birth, other.birth),
    unitLikeness(one.unit, other.unit, succeeds),
    one.certificates.some((it) => other.certificates.includes(it)) ? ('certificate-same' as const) : undefined,
    one.sex !== null && other.sex !== null && one.sex !== other.sex ? ('sex-differs' as const) : undefined,
  ].filter((it) => it !== undefined);
  const reasons = found.map((reason) => ({ reason, points: twinPoints[reason] }));
  const sum = reasons.reduce((total, it) => total + it.points, 0);
  return { score: Math.min(99, Math.max(0, sum)), reasons };
};
