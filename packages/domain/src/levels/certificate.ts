import type { CertificateId, IsoDate, LocalText, PersonId } from '../values/index.ts';
import type { OpenEnd } from './period.ts';

/** What a certificate can be, from the holder's word to the end: only a plan says which of these count. */
export const certificateStates = ['declared', 'verified', 'rejected', 'void'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** The four skills of a language test. */
export const skills = ['listening', 'reading', 'speaking', 'writing'] as const;
export type Skill = (typeof skills)[number];

/** Certificates, degrees and completions of courses stand in one register. */
export const certificateKinds = ['certificate', 'degree', 'completion'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** The code of the certificate of the framework itself, whose grade is a level without any table. */
export const frameworkTypeCode = 'framework';

/** The least and the most a test can give; absent where nobody wrote it down. */
export type ScoreLimits = { readonly overall?: readonly [number, number] | undefined; readonly skill?: readonly [number, number] | undefined };

/** A type of certificate. `grades` are in rising order; `licenceRequired`: it counts only if its issuer was licensed on the exam date. */
export type CertificateType = {
  code: string;
  name: LocalText;
  kind: CertificateKind;
  /** Null where certificates of this type exist in many languages. */
  language: string | null;
  skills: readonly Skill[];
  grades: readonly string[];
  licenceRequired: boolean;
  scoreLimits: ScoreLimits;
};

/** The level that the authority confirmed for one certificate; it replaces what tables say of it. */
export type LevelDecision = { framework: string; level: number; decidedOn: IsoDate; validTo: OpenEnd; document: string };

/** What a test measured; null where the certificate does not say. `overall` is the total or the mean, as the test counts it. */
export type Scores = { overall: number | null } & { [skill in Skill]: number | null };

/** A certificate, degree or completion of one person. */
export type Certificate = {
  id: CertificateId;
  person: PersonId;
  type: string;
  language: string;
  number: string | null;
  /** An issuer of the tenant's list; null when the name given is not on it. */
  issuer: string | null;
  issuerName: string | null;
  examDate: IsoDate;
  /** The last day printed on it, inclusive. */
  expiresOn: IsoDate | null;
  scores: Scores;
  grade: string | null;
  state: CertificateState;
  decision: LevelDecision | null;
};

/** No score known at all. */
export const noScores: Scores = { overall: null, listening: null, reading: null, speaking: null, writing: null };
