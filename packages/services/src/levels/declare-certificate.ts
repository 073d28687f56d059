import { uuidV7 } from '@saubac/db/audit';
import { type Holder, insertCertificate, isSameCertificate, levelsOf, lockHolder } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { type Certificate, type CertificateEntry, entryProblems, type EntryProblem } from '@saubac/domain/levels';
import { type CertificateId, fail, type IsoDate, ok, type PersonId, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { byOf, cleanEntry, factsOf, type KeptCertificate, knownOf } from './kept-certificate.ts';

/** What is wrong with what somebody wrote down, field by field. */
export type EntryRefused = { kind: 'certificate-has-problems'; problems: (EntryProblem | { kind: 'unknown-issuer'; field: 'issuer'; value: string })[] };

/** The person has a certificate of this type, language, exam date and number already. */
export type SameCertificate = { kind: 'certificate-there-already'; examDate: IsoDate };

export type DeclareFailure = Forbidden | { kind: 'unknown-person'; on: IsoDate } | EntryRefused | SameCertificate;

/** Everything wrong with an entry whose issuer was looked for. */
export const problemsOf = (entry: CertificateEntry, { issuer, rules }: Pick<Holder, 'issuer' | 'rules'>, today: IsoDate): EntryRefused['problems'] => [
  ...entryProblems(entry, knownOf(rules, today)),
  ...(entry.issuer !== null && issuer === null ? [{ kind: 'unknown-issuer' as const, field: 'issuer' as const, value: entry.issuer }] : []),
];

/** The language of an entry that has no problems: the one stated, or that of the type. */
export const languageOf = ({ language, type }: CertificateEntry, { context }: Holder['rules']): string => language ?? context.types.get(type)?.language ?? '';

/**
 * Enters a certificate of a person of the scope. It stands as declared until somebody else verifies it; its levels are written with it.
 * Refused field by field as a row of the roster would be, and when the person has it already.
 */
export const declareCertificate = async (ctx: Ctx, input: { person: PersonId; entry: CertificateEntry }): Promise<Result<KeptCertificate, DeclareFailure>> => {
  const scope = permit(ctx, 'certificate.declare');
  if (!scope.ok) return scope;
  const entry = cleanEntry(input.entry);
  const { person } = input;
  const declared = ctx.write<Result<KeptCertificate, DeclareFailure>>(async (tx, record, alongside) => {
    const found = await lockHolder(ctx.db, tx, { scope: scope.value, person, on: ctx.today, issuer: entry.issuer, issuerName: entry.issuerName });
    if (!found) return fail({ kind: 'unknown-person', on: ctx.today });
    const problems = problemsOf(entry, found, ctx.today);
    if (problems.length > 0) return fail({ kind: 'certificate-has-problems', problems });
    const id = uuidV7() as CertificateId;
    const certificate: Certificate = {
      ...entry, id, person, language: languageOf(entry, found.rules), issuer: found.issuer, issuerName: found.issuerName ?? entry.issuerName, state: 'declared', decision: null,
    };
    alongside(insertCertificate(certificate, byOf(ctx)));
    levelsOf(certificate, found.rules.context).forEach(alongside);
    await record({ act: 'certificate.added', subject: { kind: 'certificate', id }, after: factsOf(certificate) });
    return ok({ ...certificate, version: 1 });
  });
  return declared.catch((error: unknown) => {
    if (isSameCertificate(error)) return fail({ kind: 'certificate-there-already', examDate: entry.examDate });
    throw error;
  });
};
