import { readDay } from '@saubac/ui/dates';

type Licence = { type: string; from: string; lastDay: string | null };
type Listed = { id: string; name: string; licences: readonly Licence[] };

/** Whether a licence for a type holds on a day. */
export const isLicensed = (licences: readonly Licence[], type: string, day: string): boolean => licences.some((it) => it.type === type && it.from <= day && (it.lastDay === null || it.lastDay >= day));

/**
 * Issuers to pick from. Where the type needs a licensed issuer, those that were licensed on the exam day (as typed) come first and the
 * others are marked; as long as no day is known, nobody is.
 */
export const issuerOptions = (issuers: readonly Listed[], type: { code: string; licenceRequired: boolean } | undefined, examDate: string): { id: string; name: string; licensed: boolean }[] => {
  const day = readDay(examDate);
  const marked = issuers.map(({ id, name, licences }) => ({ id, name, licensed: !type?.licenceRequired || day === undefined || isLicensed(licences, type.code, day) }));
  return [...marked.filter((it) => it.licensed), ...marked.filter((it) => !it.licensed)];
};
