import type { IsoDate, LocalText } from '../values/index.ts';
import { holdsOn } from './period.ts';
import type { Period } from './period.ts';
import { plain } from './plain-text.ts';

/** A level of a framework. `level` is its ordinal, in rising order; `code` is what stands on certificates (A1 … C2). */
export type FrameworkLevel = Period & { level: number; code: string; name: LocalText };

/** A framework of language levels. Its levels are dated: one may be added below or above by law. */
export type Framework = { code: string; name: LocalText; legalBasis: string; levels: readonly FrameworkLevel[] };

const bareGrade = (text: string): string => plain(text).replace(/^(bac|level|trinh do|cefr) ?/, '').replace(/ ?\/ ?\d$/, '');

/**
 * The level that a grade of the framework itself names on a day: by code ("B1") or by ordinal ("bậc 3", "3", "3/6"). Undefined when it
 * names none, or one that was not in force on the day.
 */
export const levelOfGrade = (framework: Framework, grade: string, on: IsoDate): FrameworkLevel | undefined => {
  const named = bareGrade(grade);
  return framework.levels.find((it) => holdsOn(it, on) && (it.code.toLowerCase() === named || String(it.level) === named));
};
