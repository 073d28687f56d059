import { changesPast, type TenantSettings } from '@saubac/domain/levels';
import type { IsoDate } from '@saubac/domain/values';

export type PastRefusal =
  /** The change reaches back before today, and was not said to be a correction. */
  { kind: 'past-not-changed'; today: IsoDate } | { kind: 'why-missing' };

/** Refuses a change of days gone that was not meant as a correction, or gives no reason for it. */
export const pastRefusal = (before: TenantSettings, after: TenantSettings, { correct = false, why }: { correct?: boolean | undefined; why?: string | undefined }, today: IsoDate): PastRefusal | undefined => {
  if (!changesPast(before, after, today)) return undefined;
  if (!correct) return { kind: 'past-not-changed', today };
  return why?.trim() ? undefined : { kind: 'why-missing' };
};
