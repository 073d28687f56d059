import type { CareerRefusal } from '@saubac/domain/people';
import { daysInWords } from '@saubac/domain/people';
import { addDays, fail, type IsoDate } from '@saubac/domain/values';

/** There is no such person, or the caller may not see him: the two are told alike. */
export type UnknownPerson = { kind: 'unknown-person'; on: IsoDate };

/** Somebody else changed it meanwhile: what this caller wanted, and what stands there now. */
export type ChangedMeanwhile<Yours, Current> = { kind: 'changed-meanwhile'; yours: Yours; current: Current };

/** The days of what stands in the way, first and last (null: no end), and as they are written. */
type ToldDays = { from: IsoDate; lastDay: IsoDate | null; days: string };

type Told<R> = R extends { to: unknown } ? Omit<R, 'to'> & ToldDays : R;

/** Why a career can not become what was asked, as it is told. */
export type CareerProblem = Told<CareerRefusal>;

/** A refusal of the domain with its days as people write them. */
export const toldRefusal = (refusal: CareerRefusal): { ok: false; failure: CareerProblem } => {
  if (!('to' in refusal)) return fail(refusal);
  const { to, ...rest } = refusal;
  return fail({ ...rest, lastDay: to === 'infinity' ? null : addDays(to, -1), days: daysInWords({ from: rest.from, to }) });
};
