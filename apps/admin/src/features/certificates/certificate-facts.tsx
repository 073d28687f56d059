import { useQuery } from '@tanstack/react-query';
import { useCodeNames, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { isLicensed } from './issuer-options.ts';
import { catalogueQuery, issuersQuery, type WholeCertificate } from './queries.ts';

const skills = ['listening', 'reading', 'speaking', 'writing'] as const;

/** What stands on a certificate, in the order in which one reads it off. */
export const CertificateFacts = ({ tenant, certificate: it, issued }: { tenant: string; certificate: WholeCertificate; issued: boolean }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const type = useQuery(catalogueQuery(tenant)).data?.types.find(({ code }) => code === it.type);
  const issuers = useQuery(issuersQuery(tenant)).data?.items;
  // Only where the type asks for it does it matter whether the issuer was licensed.
  const licence = () => {
    if (it.issuerName === null || !type?.licenceRequired || !issuers) return it.issuerName;
    const listed = issuers.find(({ id }) => id === it.issuer);
    const told = listed === undefined ? 'issuerUnlisted' : isLicensed(listed.licences, it.type, it.examDate) ? 'issuerLicensedThen' : 'issuerUnlicensedThen';
    return `${it.issuerName} (${words.t(`certificateDesk.${told}`)})`;
  };
  const scores = skills.filter((skill) => it.scores[skill] !== null);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [words.t('certificateDesk.type'), names.certificateType(it.type)],
    [words.t('certificateDesk.language'), names.language(it.language)],
    [words.t('certificateDesk.number'), it.number],
    [words.t(issued ? 'certificateDesk.issuedOn' : 'certificateDesk.examDate'), words.date(it.examDate)],
    ...(it.expiresOn === null ? [] : [[words.t('certificateDesk.expiresOn'), words.date(it.expiresOn)] as const]),
    [words.t('certificateDesk.issuer'), licence()],
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
