import type { CertificateId, IsoDate, PersonId } from '../values/index.ts';
import { assess } from './assessment.ts';
import type { LevelContext } from './assessment.ts';
import type { Certificate, CertificateState } from './certificate.ts';
import type { OpenEnd } from './period.ts';

/** A level that a certificate has by one table (`equivalence` null: by a decision or by its own grade), on the days from–to. */
export type CertificateLevelRow = {
  certificate: CertificateId;
  person: PersonId;
  language: string;
  equivalence: string | null;
  level: number;
  validFrom: IsoDate;
  validTo: OpenEnd;
  state: CertificateState;
};

/**
 * The levels of a certificate by **every** table that covers its type, so that two plans and a simulation can stand side by side: which
 * tables and which states count is asked later, by date. None if it has no licensed issuer where one is required, gives no level, or
 * would end before it begins.
 */
export const levelRowsOf = (certificate: Certificate, context: LevelContext): CertificateLevelRow[] => {
  const { from, to, refusal, readings } = assess(certificate, context);
  if (refusal || from >= to) return [];
  const { id, person, language, state } = certificate;
  return readings.flatMap((it) =>
    it.kind === 'level' ? [{ certificate: id, person, language, equivalence: it.table, level: it.level, validFrom: from, validTo: to, state }] : [],
  );
};
