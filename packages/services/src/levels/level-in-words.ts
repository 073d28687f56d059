import { type Certificate, type CountedLevel, lastDayOf, type NotCounted, type NotCountedReason, skills, type Threshold } from '@saubac/domain/levels';
import type { Words } from '@saubac/i18n';

import type { ExplainedLevel } from './explain-level.ts';

type Told = Pick<ExplainedLevel, 'answer' | 'certificates' | 'names'>;

const certificateInWords = ({ certificates, names }: Told, id: string, words: Words): string => {
  const found: Certificate | undefined = certificates.find((it) => it.id === id);
  if (!found) return id;
  // Nobody sits an exam on the day a degree bears: it is the day of issue.
  const dated = ['degree', 'completion'].includes(names.kinds[found.type] ?? '') ? 'levels.issuedDocument' : 'levels.certificate';
  return words.t(dated, { type: words.text(names.types[found.type] ?? { vi: found.type }), examDate: found.examDate });
};

const thresholdInWords = (threshold: Threshold, words: Words): string => {
  if ('score' in threshold) return words.number(threshold.score);
  if ('grade' in threshold) return threshold.grade;
  const { skills: least } = threshold;
  return skills.flatMap((it) => (least[it] === undefined ? [] : [`${words.t(`levels.skill-${it}`)} ${words.number(least[it])}`])).join(', ');
};

const tableInWords = ({ names }: Told, code: string | null, words: Words): string => (code === null ? '' : words.text(names.tables[code] ?? { vi: code }));

const countedInWords = (told: Told, counted: CountedLevel, words: Words): string => {
  const lastDay = lastDayOf(counted.to);
  const until = lastDay === null ? words.t('levels.without-end') : words.t('levels.until-day', { day: lastDay });
  const certificate = certificateInWords(told, counted.certificate, words);
  const { basis, level } = counted;
  switch (basis.kind) {
    case 'table':
      return words.t('levels.counts-by-table', {
        certificate, level, until, table: tableInWords(told, basis.table, words), clause: basis.clause, threshold: thresholdInWords(basis.threshold, words),
      });
    case 'decision':
      return words.t('levels.counts-by-decision', { certificate, level, until, document: basis.document, decidedOn: basis.decidedOn });
    case 'own-grade':
      return words.t('levels.counts-by-own-grade', { certificate, level, until, grade: basis.grade });
  }
};

const reasonInWords = (told: Told, certificate: string, reason: NotCountedReason, words: Words): string => {
  switch (reason.kind) {
    case 'state-does-not-count':
      return words.t('levels.state-does-not-count', { certificate, state: words.t(`levels.state-${reason.state}`) });
    case 'not-yet-taken':
    case 'type-not-known':
    case 'type-in-no-table':
    case 'grade-missing':
      return words.t(`levels.${reason.kind}`, { certificate });
    case 'expired':
      return words.t('levels.expired', { certificate, lastDay: reason.lastDay });
    case 'issuer-not-licensed':
      return words.t('levels.issuer-not-licensed', { certificate, issuer: reason.issuerName ?? reason.issuer });
    case 'issuer-not-known':
      return reason.issuerName === null
        ? words.t('levels.issuer-not-stated', { certificate })
        : words.t('levels.issuer-not-known', { certificate, issuer: reason.issuerName });
    case 'type-in-no-adopted-table':
      return words.t('levels.type-in-no-adopted-table', { certificate, tables: reason.tables.map((it) => tableInWords(told, it, words)) });
    case 'score-missing':
      return words.t('levels.score-missing', { certificate, table: tableInWords(told, reason.table, words) });
    case 'skills-missing':
      return words.t('levels.skills-missing', { certificate, table: tableInWords(told, reason.table, words), skills: reason.missing.map((it) => words.t(`levels.skill-${it}`)) });
    case 'grade-not-understood':
      return words.t('levels.grade-not-understood', { certificate, grade: reason.grade });
    case 'below-lowest-threshold':
      return words.t('levels.below-lowest-threshold', {
        certificate, table: tableInWords(told, reason.table, words), lowest: reason.lowest, threshold: thresholdInWords(reason.threshold, words),
      });
    case 'level-not-in-framework':
      return words.t('levels.level-not-in-framework', { certificate, level: reason.level });
    case 'lower-than-best':
      return words.t('levels.lower-than-best', { certificate, level: reason.level, best: reason.best });
    case 'same-as-best':
      return words.t('levels.same-as-best', { certificate, level: reason.level });
  }
};

const notCountedInWords = (told: Told, { certificate, reason }: NotCounted, words: Words): string =>
  reasonInWords(told, certificateInWords(told, certificate, words), reason, words);

/** The explanation of a level as sentences: the level, the certificate that gives it, and one for each other certificate. */
export const levelInWords = (told: Told, words: Words): string[] => {
  const { date, level, because, others } = told.answer;
  const first = level === null ? words.t('levels.has-no-level', { date }) : words.t('levels.has-level', { date, level });
  return [first, ...(because ? [countedInWords(told, because, words)] : []), ...others.map((it) => notCountedInWords(told, it, words))];
};
