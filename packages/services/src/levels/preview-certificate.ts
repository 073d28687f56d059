import { findIssuer, levelRules } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { type Certificate, type CertificateEntry, levelOn } from '@saubac/domain/levels';
import { type CertificateId, type IsoDate, ok, type PersonId, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { type EntryRefused, languageOf, problemsOf } from './declare-certificate.ts';
import { type ExplainedLevel, namesOf } from './explain-level.ts';
import { cleanEntry } from './kept-certificate.ts';

/** What would become of an entry: everything wrong with it, or the level it would give on the day once it is verified, and why. */
export type CertificatePreview = { on: IsoDate; problems: EntryRefused['problems']; told: Pick<ExplainedLevel, 'answer' | 'certificates' | 'names'> | null };

// It is nobody's yet and nothing of it is kept.
const nobody = '00000000-0000-0000-0000-000000000000';

/** Says of a certificate that is being written down which level it would give on the day, today if absent. Nothing is kept. */
export const previewCertificate = async (ctx: Ctx, input: { entry: CertificateEntry; on?: IsoDate | undefined }): Promise<Result<CertificatePreview, Forbidden>> => {
  const scope = permit(ctx, 'certificate.declare');
  if (!scope.ok) return scope;
  const { on = ctx.today } = input;
  const entry = cleanEntry(input.entry);
  const rules = await levelRules(ctx.db);
  const issuer = entry.issuer === null && entry.issuerName === null ? undefined : await findIssuer(ctx.db, entry.issuer, entry.issuerName);
  const problems = problemsOf(entry, { issuer: issuer?.id ?? null, rules }, ctx.today);
  if (problems.length > 0) return ok({ on, problems, told: null });
  const certificate: Certificate = {
    ...entry, id: nobody as CertificateId, person: nobody as PersonId, language: languageOf(entry, rules), issuer: issuer?.id ?? null, issuerName: issuer?.name ?? entry.issuerName, state: 'verified', decision: null,
  };
  const certificates = [certificate];
  const { context, adoptions } = rules;
  return ok({ on, problems, told: { certificates, names: namesOf(context, certificates), answer: levelOn({ certificates, language: 'any', date: on, adoptions, statesThatCount: ['verified'], context }) } });
};
