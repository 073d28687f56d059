import type { By, HeldCertificate, LevelRules } from '@saubac/db/levels';
import type { Certificate, CertificateEntry } from '@saubac/domain/levels';
import { cleanText } from '@saubac/domain/people';
import type { CertificateId } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';

/** A certificate with its version, which a change has to name. */
export type KeptCertificate = Certificate & { version: number };

export type UnknownCertificate = { kind: 'unknown-certificate'; certificate: CertificateId };

/** Somebody else was quicker: what was to be written, and what stands there now. */
export type ChangedMeanwhile<Yours, Current = KeptCertificate> = { kind: 'changed-meanwhile'; yours: Yours; current: Current };

/** Who writes in this context, and when. */
export const byOf = ({ actor, now }: Ctx): By => ({ ...actor, at: now() });

export const keptOf = ({ certificate, version }: Pick<HeldCertificate, 'certificate' | 'version'>): KeptCertificate => ({ ...certificate, version });

/** What the audit keeps of a certificate: what stands on it. */
export const factsOf = ({ id: _, person: __, decision: ___, ...facts }: Certificate): Omit<Certificate, 'id' | 'person' | 'decision'> => facts;

/** What an entry is checked against on a day. */
export const knownOf = ({ context, languages }: LevelRules, today: Ctx['today']) => ({ framework: context.framework, types: context.types, languages, today });

const textOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text.toWellFormed()) || null);

/** An entry with its texts as they are kept: composed, without stray blanks; an empty one is none. */
export const cleanEntry = ({ type, language, number, issuer, issuerName, examDate, expiresOn, scores, grade }: CertificateEntry): CertificateEntry => ({
  type, language, number: textOrNull(number), issuer, issuerName: textOrNull(issuerName), examDate, expiresOn, scores, grade: textOrNull(grade),
});
