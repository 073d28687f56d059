import { isDeepStrictEqual } from 'node:util';

import { correctedCertificate, findIssuer, isSameCertificate, levelsOf, lockCertificate } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import type { Certificate, CertificateEntry } from '@saubac/domain/levels';
import { type CertificateId, fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { decideCertificate, type GuardRefused, queueDeeds } from './certificate-moves.ts';
import { type EntryRefused, languageOf, problemsOf, type SameCertificate } from './declare-certificate.ts';
import { byOf, type ChangedMeanwhile, cleanEntry, factsOf, type KeptCertificate, keptOf, type UnknownCertificate } from './kept-certificate.ts';

export type CorrectFailure =
  | Forbidden
  | UnknownCertificate
  | EntryRefused
  | SameCertificate
  | GuardRefused
  | ChangedMeanwhile<CertificateEntry>
  | { kind: 'certificate-void' }
  | { kind: 'decided-before-exam'; examDate: IsoDate };

/** A corrected certificate. `unverified`: it was verified before and has to be verified anew. */
export type CorrectedCertificate = { certificate: KeptCertificate; changed: boolean; unverified: boolean };

export type CorrectInput = { certificate: CertificateId; version: number; entry: CertificateEntry; why?: string | undefined };

/**
 * Corrects what was written down wrong about a certificate, for the past as well. Whatever its state, it is declared again: somebody other
 * than the corrector has to verify it. A correction that changes nothing leaves it as it is. A voided certificate is first declared again.
 */
export const correctCertificate = async (ctx: Ctx, input: CorrectInput): Promise<Result<CorrectedCertificate, CorrectFailure>> => {
  const scope = permit(ctx, 'certificate.declare');
  if (!scope.ok) return scope;
  const entry = cleanEntry(input.entry);
  const corrected = ctx.write<Result<CorrectedCertificate, CorrectFailure>>(async (tx, record, alongside) => {
    const found = await lockCertificate(ctx.db, tx, scope.value, input.certificate, ctx.today);
    if (!found) return fail({ kind: 'unknown-certificate', certificate: input.certificate });
    if (found.version !== input.version) return fail({ kind: 'changed-meanwhile', yours: entry, current: keptOf(found) });
    const { certificate: before, rules } = found;
    if (before.state === 'void') return fail({ kind: 'certificate-void' });
    const issuer = entry.issuer === null && entry.issuerName === null ? undefined : await findIssuer(tx, entry.issuer, entry.issuerName);
    const problems = problemsOf(entry, { issuer: issuer?.id ?? null, rules }, ctx.today);
    if (problems.length > 0) return fail({ kind: 'certificate-has-problems', problems });
    if (before.decision && before.decision.decidedOn < entry.examDate) return fail({ kind: 'decided-before-exam', examDate: entry.examDate });
    const facts = { ...entry, language: languageOf(entry, rules), issuer: issuer?.id ?? null, issuerName: issuer?.name ?? entry.issuerName };
    const unchanged: Certificate = { ...before, ...facts };
    if (isDeepStrictEqual(before, unchanged)) return ok({ certificate: keptOf(found), changed: false, unverified: false });
    const decided = decideCertificate(ctx, found, { to: 'corrected', why: input.why ?? null });
    // Everything that the core itself refuses has been asked for above.
    if (!decided.ok) return fail(decided.failure.kind === 'guard-refused' ? decided.failure : { kind: 'certificate-void' });
    await queueDeeds(tx, before.id, decided.value);
    const after: Certificate = { ...unchanged, state: 'declared' };
    alongside(correctedCertificate(after, byOf(ctx)));
    levelsOf(after, rules.context).forEach(alongside);
    await record({ act: 'certificate.corrected', subject: { kind: 'certificate', id: after.id }, before: factsOf(before), after: factsOf(after) });
    return ok({ certificate: { ...after, version: found.version + 1 }, changed: true, unverified: before.state === 'verified' });
  }, input.why);
  return corrected.catch((error: unknown) => {
    if (isSameCertificate(error)) return fail({ kind: 'certificate-there-already', examDate: entry.examDate });
    throw error;
  });
};
