import { useCodeNames, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import type { WholeCertificate } from './queries.ts';

const skills = ['listening', 'reading', 'speaking', 'writing'] as const;

/** What stands on a certificate, in the order in which one reads it off. */
export const CertificateFacts = ({ tenant, certificate: it, issued }: { tenant: string; certificate: WholeCertificate; issued: boolean }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const scores = skills.filter((skill) => it.scores[skill] !== null);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [words.t('certificateDesk.type'), names.certificateType(it.type)],
    [words.t('certificateDesk.language'), names.language(it.language)],
    [words.t('certificateDesk.number'), it.number],
    [words.t(issued ? 'certificateDesk.issuedOn' : 'certificateDesk.examDate'), words.date(it.examDate)],
    ...(it.expiresOn === null ? [] : [[words.t('certificateDesk.expiresOn'), words.date(it.expiresOn)] as const]),
    [words.t('certificateDesk.issuer'), it.issuerName === null ? null : it.issuer === null ? `${it.issuerName} (${words.t('certificateDesk.issuerUnlisted')})` : it.issuerName],
    ...(it.scores.overall === null ? [] : [[words.t('certificateDesk.overall'), words.number(it.scores.overall)] as const]),
    ...scores.map((skill) => [words.t(`certificateDesk.skill-${skill}`), words.number(it.scores[skill] ?? 0)] as const),
    ...(it.grade === null ? [] : [[words.t('certificateDesk.grade'), words.named('grades', it.grade)] as const]),
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
};
