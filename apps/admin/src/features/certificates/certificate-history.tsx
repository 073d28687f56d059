import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { certificateAuditQuery } from './queries.ts';

/** What the audit holds of a certificate, the latest first, for who may read it. */
export const CertificateHistory = ({ tenant, certificate }: { tenant: string; certificate: string }) => {
  const words = useWords();
  const audit = useQuery(certificateAuditQuery(tenant, certificate));
  return (
    <Section title={words.t('certificateDesk.history')}>
      <QueryStates query={audit} waiting={{ rows: 2, height: '2rem' }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles['soft']}>{words.t('certificateDesk.historyNone')}</p>
          ) : (
            <ol className={styles['history']}>
              {items.map((it) => (
                <li key={it.id}>
                  {words.text(it.title)} <span className={styles['soft']}>{words.t('certificateDesk.deedBy', { moment: words.moment(it.at), actor: it.actor.label })}</span>
                  {it.why !== null && <div className={styles['soft']}>{words.t('certificateDesk.why', { why: it.why })}</div>}
                </li>
              ))}
            </ol>
          )
        }
      </QueryStates>
    </Section>
  );
};
