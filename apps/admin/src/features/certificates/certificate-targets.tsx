import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { targetsQuery } from './queries.ts';

/** What a certificate does for the targets in which its holder counts. */
export const CertificateTargets = ({ tenant, certificate, person, on }: { tenant: string; certificate: string; person: string; on: string }) => {
  const words = useWords();
  const targets = useQuery(targetsQuery(tenant, certificate, on));
  return (
    <Section title={words.t('certificateDesk.targets')}>
      <QueryStates query={targets} waiting={{ rows: 2, height: '2.5rem' }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles['soft']}>{words.t('certificateDesk.targetsNone')}</p>
          ) : (
            <table className={styles['rows']}>
              <thead>
                <tr>
                  <th scope="col">{words.t('certificateDesk.target')}</th>
                  <th scope="col">{words.t('certificateDesk.targetResult')}</th>
                  <th scope="col">{words.t('certificateDesk.targetPart')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((it) => (
                  <tr key={`${it.plan} ${it.target}`}>
                    <td>
                      <Link to="/t/$tenant/targets/$target" params={{ tenant, target: it.target }} search={{ on, person }}>
                        {words.text(it.title)}
                      </Link>
                    </td>
                    <td className={styles[it.reached ? 'good' : 'bad']} data-label={words.t('certificateDesk.targetResult')}>{words.t(it.reached ? 'certificateDesk.targetsReached' : 'certificateDesk.targetsNotReached')}</td>
                    <td data-label={words.t('certificateDesk.targetPart')}>{words.t(it.decides ? 'certificateDesk.targetsDecides' : 'certificateDesk.targetsOther')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryStates>
    </Section>
  );
};
