import type { Skill } from '../certificate.ts';

/** How much of the text stands in it, and how much is our reading. High: a named test with a result that it can have. */
export type Confidence = 'high' | 'medium' | 'low';

/** Why a text was read as it was, and what it leaves open. */
export type ProposalReason =
  | { kind: 'named-test-with-result' }
  | { kind: 'named-test-without-result' }
  | { kind: 'result-impossible'; least: number; most: number }
  | { kind: 'skills-not-stated'; missing: readonly Skill[] }
  | { kind: 'test-has-two-forms'; types: readonly string[] }
  | { kind: 'grade-without-test-name' }
  | { kind: 'level-without-certificate' }
  | { kind: 'level-without-language' }
  | { kind: 'old-letter-grade' }
  | { kind: 'letter-may-be-another-subject' }
  | { kind: 'degree-named' }
  | { kind: 'degree-without-language' }
  | { kind: 'language-only' }
  | { kind: 'language-name-has-two-meanings' };

/** What one part of a free text may mean. Never a fact: somebody accepts it, and a certificate is entered, or not. */
export type LanguageProposal = {
  /** The part as it was written. */
  text: string;
  languageCode: string | null;
  typeCode: string | null;
  /** Only where the text itself names a level of the framework; never by an equivalence table. */
  level: number | null;
  grade: string | null;
  score: number | null;
  year: number | null;
  confidence: Confidence;
  reason: ProposalReason;
};

/** A reading without the part it came from. */
export type Reading = Partial<Omit<LanguageProposal, 'text' | 'year'>> & Pick<LanguageProposal, 'confidence' | 'reason'>;
