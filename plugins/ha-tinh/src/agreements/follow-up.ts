import { addDays, type IsoDate, partsOf } from '@saubac/domain/values';

/** From the day of signing to the last day; without one the term is open. */
export type Term = { signedOn: IsoDate; endsOn: IsoDate | null };

export type Standing = 'coming' | 'in-force' | 'ending' | 'ended';

/** How an agreement stands on a day. It is `ending` on its last `warnDays` days. */
export const standingOf = ({ signedOn, endsOn }: Term, on: IsoDate, warnDays: number): Standing => {
  if (on < signedOn) return 'coming';
  if (endsOn === null) return 'in-force';
  if (on > endsOn) return 'ended';
  return addDays(endsOn, -warnDays) < on ? 'ending' : 'in-force';
};

/** What was done about a commitment in a year. */
export type Entry = { commitment: string; year: number };

/** The years of which an agreement must be followed up by a day: each that it touched and that is over, from the year of signing on. */
export const yearsToFollowUp = ({ signedOn, endsOn }: Term, on: IsoDate): readonly number[] => {
  const first = partsOf(signedOn).year;
  const last = Math.min(partsOf(on).year - 1, endsOn === null ? Infinity : partsOf(endsOn).year);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
};

/** The commitments of which nobody has said what was done, by the years that are over. */
export const missingFollowUps = (term: Term, commitments: readonly string[], entries: readonly Entry[], on: IsoDate): readonly Entry[] => {
  const noted = new Set(entries.map((it) => `${it.commitment} ${it.year}`));
  return yearsToFollowUp(term, on).flatMap((year) => commitments.map((commitment) => ({ commitment, year })).filter((it) => !noted.has(`${it.commitment} ${it.year}`)));
};
