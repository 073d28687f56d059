import type { CertificateId, IsoDate } from '../values/index.ts';
import { assess } from './assessment.ts';
import type { Assessment, LevelBasis, LevelContext, Reading } from './assessment.ts';
import type { Certificate, CertificateState } from './certificate.ts';
import { holdsOn, lastDayOf } from './period.ts';
import type { OpenEnd, Period } from './period.ts';

/** The tenant's choice of an equivalence table, for the days of a period. */
export type Adoption = Period & { table: string; basis: string | null };

/** A certificate that counts, with what gives it its level and the days on which it does. */
export type CountedLevel = { certificate: CertificateId; language: string; level: number; basis: LevelBasis; from: IsoDate; to: OpenEnd };

/** Why a certificate did not decide the level of a person on a date. */
export type NotCountedReason =
  | { kind: 'state-does-not-count'; state: CertificateState }
  | { kind: 'not-yet-taken'; examDate: IsoDate }
  | { kind: 'expired'; lastDay: IsoDate }
  | Exclude<Assessment['refusal'], undefined>
  | { kind: 'type-in-no-table'; type: string }
  | { kind: 'type-in-no-adopted-table'; type: string; tables: readonly string[] }
  | (Extract<Reading, { kind: 'none' }>['why'] & { table: string | null })
  | { kind: 'lower-than-best'; level: number; best: number }
  | { kind: 'same-as-best'; level: number };

/** A certificate that did not decide, and why. */
export type NotCounted = { certificate: CertificateId; language: string; reason: NotCountedReason };

/** The level of a person on a date, the certificate that gives it, and the fate of all others. */
export type LevelAnswer = { date: IsoDate; level: number | null; because: CountedLevel | null; others: readonly NotCounted[] };

/** What is asked: the certificates of one person, in one language, in some, or in `any`. */
export type LevelQuestion = {
  certificates: readonly Certificate[];
  language: string | readonly string[];
  date: IsoDate;
  adoptions: readonly Adoption[];
  statesThatCount: readonly CertificateState[];
  context: LevelContext;
};

type Finding = { counted: CountedLevel } | { reason: NotCountedReason };

/** The tables that the tenant has adopted for a day. */
export const adoptedOn = (adoptions: readonly Adoption[], date: IsoDate): ReadonlySet<string> =>
  new Set(adoptions.filter((it) => holdsOn(it, date)).map((it) => it.table));

const outsideItsDays = ({ from, to }: Assessment, date: IsoDate): NotCountedReason | undefined => {
  if (date < from) return { kind: 'not-yet-taken', examDate: from };
  const lastDay = lastDayOf(to);
  return lastDay !== null && date >= to ? { kind: 'expired', lastDay } : undefined;
};

const bestReading = ({ certificate, from, to, readings }: Assessment, adopted: ReadonlySet<string>): Finding => {
  const usable = readings.filter((it) => it.table === null || adopted.has(it.table));
  const levels = usable.filter((it) => it.kind === 'level').toSorted((one, other) => other.level - one.level);
  const best = levels[0];
  if (best) return { counted: { certificate: certificate.id, language: certificate.language, level: best.level, basis: best.basis, from, to } };
  const none = usable.find((it) => it.kind === 'none');
  if (none) return { reason: { ...none.why, table: none.table } };
  const type = certificate.type;
  if (readings.length === 0) return { reason: { kind: 'type-in-no-table', type } };
  return { reason: { kind: 'type-in-no-adopted-table', type, tables: readings.flatMap((it) => it.table ?? []) } };
};

const findingOf = (certificate: Certificate, question: LevelQuestion, adopted: ReadonlySet<string>): Finding => {
  if (!question.statesThatCount.includes(certificate.state)) return { reason: { kind: 'state-does-not-count', state: certificate.state } };
  const assessment = assess(certificate, question.context);
  const reason = outsideItsDays(assessment, question.date) ?? assessment.refusal;
  return reason ? { reason } : bestReading(assessment, adopted);
};

/** Highest level first; of equals the one that lasts longer, then the older exam, then the id, so that the answer is always the same. */
const byRank = (one: CountedLevel, other: CountedLevel): number => {
  if (one.level !== other.level) return other.level - one.level;
  if (one.to !== other.to) return one.to > other.to ? -1 : 1;
  if (one.from !== other.from) return one.from < other.from ? -1 : 1;
  return one.certificate < other.certificate ? -1 : 1;
};

const beaten = (counted: CountedLevel, best: CountedLevel): NotCountedReason =>
  counted.level < best.level ? { kind: 'lower-than-best', level: counted.level, best: best.level } : { kind: 'same-as-best', level: counted.level };

const asked = (language: LevelQuestion['language'], of: string): boolean =>
  language === 'any' || (typeof language === 'string' ? language === of : language.includes(of));

/**
 * The level of a person on a date with its explanation: which certificate by which table and clause until when, and for each other
 * certificate of the languages asked why it did not decide. `level` is null when none counts; that is an answer, not ignorance.
 */
export const levelOn = (question: LevelQuestion): LevelAnswer => {
  const adopted = adoptedOn(question.adoptions, question.date);
  const findings = question.certificates
    .filter((it) => asked(question.language, it.language))
    .map((certificate) => ({ certificate, finding: findingOf(certificate, question, adopted) }));
  const best = findings.flatMap(({ finding }) => ('counted' in finding ? finding.counted : [])).toSorted(byRank)[0] ?? null;
  const others = findings.flatMap(({ certificate: { id, language }, finding }): NotCounted[] => {
    if ('reason' in finding) return [{ certificate: id, language, reason: finding.reason }];
    return best && finding.counted !== best ? [{ certificate: id, language, reason: beaten(finding.counted, best) }] : [];
  });
  return { date: question.date, level: best?.level ?? null, because: best, others };
};
