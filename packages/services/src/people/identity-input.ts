import { type Identity } from '@saubac/db/people';
import { cleanText, isIdNumber, knownPart } from '@saubac/domain/people';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

export type IdentityProblem = { kind: 'person-name-missing' } | { kind: 'not-an-id-number' } | { kind: 'born-in-the-future'; today: IsoDate };

const cleanIdNumber = (text: string | null): string | null => (text === null ? null : text.replaceAll(/[ .]/g, '') || null);

/** Who somebody is as it is kept: texts composed and without stray spaces, the birth date no more exact than it is known. */
export const cleanIdentity = (given: Identity, today: IsoDate): Result<Identity, IdentityProblem> => {
  const fullName = cleanText(given.fullName);
  const idNumber = cleanIdNumber(given.idNumber);
  const birth = given.birth && knownPart(given.birth);
  if (fullName === '') return fail({ kind: 'person-name-missing' });
  if (idNumber !== null && !isIdNumber(idNumber)) return fail({ kind: 'not-an-id-number' });
  if (birth && birth.date > today) return fail({ kind: 'born-in-the-future', today });
  return ok({ fullName, birth, sex: given.sex, ethnicity: cleanText(given.ethnicity ?? '') || null, idNumber });
};

/** Who somebody is, as the audit keeps it: with the names that a roster's import gives the same fields. */
export const identityFacts = ({ fullName, birth, sex, ethnicity, idNumber }: Identity): Record<string, unknown> => ({
  full_name: fullName, birth_date: birth?.date ?? null, birth_precision: birth?.precision ?? 'day', sex, ethnicity, id_number: idNumber,
});
