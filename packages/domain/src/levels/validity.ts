import { addDays, addMonths } from '../values/index.ts';
import type { IsoDate } from '../values/index.ts';
import type { Certificate } from './certificate.ts';
import { earliest, holdsOn } from './period.ts';
import type { OpenEnd, Period } from './period.ts';

/** How long certificates of a type count, for exams taken within a period. `months` null: without end. Set by the province. */
export type ValidityRule = Period & { type: string; months: number | null; basis: string | null };

/** The months that certificates of a type count when the exam was on a day; null where no rule sets an end. */
export const validityMonths = (rules: readonly ValidityRule[], type: string, examDate: IsoDate): number | null =>
  rules.find((it) => it.type === type && holdsOn(it, examDate))?.months ?? null;

/**
 * The days on which a certificate can count: from its exam date, whenever it was verified, up to the earliest of the day after the
 * last one printed on it, the months of the tenant's rule in force on the exam date, and the end of a decision on it. A term of months
 * ends at the end of the corresponding day (Civil Code 2015, articles 147 and 148): two years from 10 March 2024 include 10 March 2026.
 */
export const periodOf = (certificate: Certificate, rules: readonly ValidityRule[]): { from: IsoDate; to: OpenEnd } => {
  const { examDate, expiresOn, decision } = certificate;
  const months = validityMonths(rules, certificate.type, examDate);
  return {
    from: examDate,
    to: earliest(
      decision?.validTo ?? 'infinity',
      expiresOn === null ? 'infinity' : addDays(expiresOn, 1),
      months === null ? 'infinity' : addDays(addMonths(examDate, months), 1),
    ),
  };
};
