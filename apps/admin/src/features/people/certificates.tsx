import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, useCodeNames, useWords } from '../../shell/index.ts';
import { CertificateLevel } from './certificate-level.tsx';
import styles from './people.module.css';
import { certificateQuery, type Person } from './queries.ts';

type Certificate = Person['certificates'][number];

const Explained = ({ tenant, certificate, on }: { tenant: string; certificate: string; on: string }) => {
  const words = useWords();
  const whole = useQuery(certificateQuery(tenant, certificate, on));
  return (
    <QueryStates query={whole} waiting={{ rows: 1, height: '2rem' }}>
      {({ explanation }) => (
        <ul>
          {explanation.map((it) => (
            <li key={it.vi}>{words.text(it)}</li>
          ))}
        </ul>
      )}
    </QueryStates>
  );
};

const Why = ({ tenant, certificate, on }: { tenant: string; certificate: Certificate; on: string }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['whyBox']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={words.t('people.whyOf', { certificate: names.certificateType(certificate.type) })}>{words.t('people.why')}</summary>
      {open && <Explained tenant={tenant} certificate={certificate.id} on={on} />}
    </details>
  );
};

/** The certificates of a person: what stands on them, how far they are verified, which level they give on the day and why. */
export const Certificates = ({ tenant, certificates, on, explained }: { tenant: string; certificates: readonly Certificate[]; on: string; explained: boolean }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const scoreOf = ({ scores, grade }: Certificate) => (scores.overall === null ? (grade === null ? '–' : words.named('grades', grade)) : words.t('people.overallScore', { score: scores.overall }));
  return (
    <Section title={words.t('people.certificates')}>
      {certificates.length === 0 ? (
        <p className={styles['soft']}>{words.t('people.certificatesNone')}</p>
      ) : (
        <table className={styles['rows']}>
          <thead>
            <tr>
              <th scope="col">{words.t('people.certificate')}</th>
              <th scope="col">{words.t('people.examDate')}</th>
              <th scope="col">{words.t('people.score')}</th>
              <th scope="col">{words.t('people.stateColumn')}</th>
              <th scope="col">{words.t('people.countsAs')}</th>
            </tr>
          </thead>
          <tbody>
            {certificates.toSorted((a, b) => b.examDate.localeCompare(a.examDate)).map((it) => (
              <tr key={it.id}>
                <td>
                  {explained ? (
                    <Link to="/t/$tenant/certificates/$certificate" params={{ tenant, certificate: it.id }} search={{ on }}>
                      {names.certificateType(it.type)}, {names.language(it.language)}
                    </Link>
                  ) : (
                    `${names.certificateType(it.type)}, ${names.language(it.language) ?? it.language}`
                  )}
                  <div className={styles['soft']}>{[it.issuer, it.number === null ? null : words.t('people.number', { number: it.number })].filter((text) => text).join(', ')}</div>
                </td>
                <td className={styles['days']} data-label={words.t('people.examDate')}>{words.date(it.examDate)}</td>
                <td data-label={words.t('people.score')}>{scoreOf(it)}</td>
                <td data-label={words.t('people.stateColumn')}>{words.t(`people.state-${it.state}`)}</td>
                <td data-label={words.t('people.countsAs')}>
                  <CertificateLevel certificate={it} on={on} />
                  {explained && <Why tenant={tenant} certificate={it} on={on} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
};
