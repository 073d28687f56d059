import type { Birth } from '../people/index.ts';
import type { PersonId, UnitId } from '../values/index.ts';

/** What is looked at of a person to tell whether another record is of the same person. */
export type TwinRecord = {
  id: PersonId;
  fullName: string;
  birth: Birth | null;
  sex: 'female' | 'male' | null;
  idNumber: string | null;
  /** Where he is or was last by his main post. */
  unit: UnitId | null;
  /** Type and number of each certificate that has a number. */
  certificates: readonly string[];
};

/** What speaks for two records being of one person (points above zero) or against it, by its name. */
export const twinPoints = {
  'number-same': 60,
  'number-one-digit': 25,
  'number-two-swapped': 25,
  'number-far': -15,
  'name-same': 35,
  'name-without-accents': 30,
  'name-other-order': 22,
  'name-middle-missing': 20,
  'birth-same': 35,
  'birth-day-month-swapped': 22,
  'birth-partly-known': 18,
  'birth-differs': -30,
  'unit-same': 10,
  'unit-succeeding': 8,
  'certificate-same': 25,
  'sex-differs': -25,
} as const satisfies Readonly<Record<string, number>>;

export type TwinReason = keyof typeof twinPoints;

/** How alike two records are: whole points from 0 to 99, for no sum of signs is a certainty, and every sign with its points. */
export type Likeness = { score: number; reasons: { reason: TwinReason; points: number }[] };
