import { useWords } from '../../shell/index.ts';
import { levelOnDay } from './level-on-day.ts';
import type { Person } from './queries.ts';
import styles from './people.module.css';

/** The level that a certificate gives on a day, and until when. */
export const CertificateLevel = ({ certificate, on }: { certificate: Person['certificates'][number]; on: string }) => {
  const words = useWords();
  const counts = levelOnDay(certificate, on);
  if (!counts) return <span className={styles['soft']}>{words.t('people.countsNot')}</span>;
  return (
    <>
      <strong>{words.t('people.countsAsLevel', { level: counts.level })}</strong>
      {counts.lastDay !== null && <span className={styles['soft']}> {words.t('people.countsUntil', { day: counts.lastDay })}</span>}
    </>
  );
};
