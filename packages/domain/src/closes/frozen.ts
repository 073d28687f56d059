import type { Condition } from '../rules/index.ts';
import type { IsoDate, LocalText, Share, UnitId } from '../values/index.ts';
import type { Bits } from './bits.ts';
import type { IdList } from './id-list.ts';

/** A unit as it stood on the cut-off date. Its place in the close's list stands for it wherever a person is counted. */
export type FrozenUnit = { id: UnitId; code: string; name: string; path: string };

/** The best level of each person in some languages (0: none), and the certificates that made them, one for each who has a level, in the order of the people. */
export type FrozenLevels = { languages: 'any' | readonly string[]; level: Uint8Array; certificates: IdList };

/** How one condition of the plan's rules came out for each person. `milestone` where it asks for an age on the milestone. */
export type FrozenCondition = { condition: Condition; milestone: IsoDate | null; held: Bits; unknown: Bits };

/** The people behind the figures of one target, as sets over the list of the part. Those who reached it and the focus are within the denominator. */
export type FrozenSets = {
  denominator: Bits;
  reached: Bits;
  /** Who reached the level alone, where a second condition was asked for; else null. */
  plain: Bits | null;
  focus: Bits | null;
  /** Who might have belonged to the denominator but for a fact that was not known, by fact. */
  unknown: readonly { fact: string; people: Bits }[];
};

/** A target that is counted in heads, as it stood in the plan version. */
export type FrozenTarget = {
  code: string;
  title: LocalText;
  milestone: IsoDate;
  goal: Share;
  /** Whether it has a second condition, and whether that could be measured then. */
  extra: 'none' | 'measured' | 'not-yet-measurable';
  focus: boolean;
  /** Which of the levels of the part it looks at. */
  levels: number;
};

/** Everybody present in the territory of one plan on the cut-off date, and what was then counted of them. */
export type FrozenPeople = { ids: IdList; /** For each the place of his unit in the list of units. */ units: Uint16Array };
